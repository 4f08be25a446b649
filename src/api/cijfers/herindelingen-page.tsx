import { formatMoment } from "#domain/notatie.ts";
import {
  type GenoemdeGemeente,
  type Herindelingsbeeld,
  listHerindelingen,
} from "#services/cijfers/herindeling.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { gemeenteAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { type Herindelingsvraag, herindelingAdres } from "./herindeling-adres.ts";
import { BesideSection } from "./herindeling-naast.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly op: string;
  readonly vraag: Herindelingsvraag;
};

/** Every herindeling by date, and one of them with an indicator on both sides. */
export function HerindelingenPage(props: Props) {
  const { frame, basis, op } = props;
  const all = listHerindelingen(basis);
  const announced = all.filter(({ zekerheid }) => zekerheid === "aangekondigd");
  const past = all.filter(({ zekerheid }) => zekerheid === "vast").toReversed();
  const chosen = all.find(({ id }) => id === props.vraag.gebeurtenis);
  return (
    <Page frame={frame} titel={titleOf(chosen)} deel="/cijfers">
      <Path href={chosen ? "/herindelingen" : "/cijfers"}>
        {chosen ? "Herindelingen" : "Cijfers"}
      </Path>
      <h1>{titleOf(chosen)}</h1>
      {chosen ? (
        <BesideSection {...props} gekozen={chosen} />
      ) : (
        <>
          <p class="inleiding">
            Gemeenten gaan samen of splitsen. Een cijfer van ervoor telt dan op naar de nieuwe
            gemeente, en bij dat cijfer staat hoe. Wat is aangekondigd, staat hier en telt nog niet
            mee.
          </p>
          <h2>Aangekondigd</h2>
          {announced.length === 0 ? (
            <p>Er is geen aangekondigde herindeling bekend.</p>
          ) : (
            <EventTable
              id="aangekondigd"
              titel="Niet toegepast. U kunt wel zien hoe het zou zijn."
              beelden={announced}
              {...{ basis, op }}
            />
          )}
          <h2>Doorgevoerd</h2>
          <EventTable
            id="doorgevoerd"
            titel={`${past.length} herindelingen, nieuwste eerst.`}
            beelden={past}
            {...{ basis, op }}
          />
          <p class="klein">
            Wat op de lijst ontbreekt, weten wij niet: de lijst begint in 2022. Grenscorrecties van
            enkele adressen staan er niet op.
          </p>
        </>
      )}
    </Page>
  );
}

function titleOf(chosen: Herindelingsbeeld | undefined): string {
  if (!chosen) return "Herindelingen";
  const names = [...new Set(chosen.naar.map(({ naam }) => naam))];
  return `Herindeling ${names.join(" en ")}, ${formatMoment(chosen.datum)}`;
}

type TableProps = Pick<Props, "basis" | "op"> & {
  readonly id: string;
  readonly titel: string;
  readonly beelden: readonly Herindelingsbeeld[];
};

function EventTable({ id, titel, beelden, basis, op }: TableProps) {
  return (
    <DataTable id={id} titel={titel}>
      <thead>
        <tr>
          <th scope="col">datum</th>
          <th scope="col">van</th>
          <th scope="col">naar</th>
          <th scope="col">wat</th>
          <th scope="col">bron</th>
          <th scope="col">oud naast nieuw</th>
        </tr>
      </thead>
      <tbody>
        {beelden.map((beeld) => (
          <tr>
            <th scope="row">{formatMoment(beeld.datum)}</th>
            <td>{named(beeld.van, basis, op)}</td>
            <td>{named(beeld.naar, basis, op)}</td>
            <td>{beeld.soort}</td>
            <td>{beeld.bronnen.join("; ")}</td>
            <td>
              <a
                href={herindelingAdres(beeld.id)}
                aria-label={`naast elkaar: ${beeld.naar.map(({ naam }) => naam).join(" en ")}`}
              >
                naast elkaar
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The old gemeenten have no page any more; those that are there link to theirs. */
function named(gemeenten: readonly GenoemdeGemeente[], basis: OpenbareBasis, op: string) {
  return gemeenten.map(({ code, naam }, i) => (
    <>
      {i > 0 && (i === gemeenten.length - 1 ? " en " : ", ")}
      {basis.gemeenten.findByCode(code, op) ? <a href={gemeenteAdres(code)}>{naam}</a> : naam}
    </>
  ));
}
