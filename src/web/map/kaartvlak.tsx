import {
  type KeyboardEvent,
  memo,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useRef,
} from "react";
import type { Kaart } from "#contract/api/kaarten.ts";
import type { Kaartwaarde, Schaal } from "#domain/kaartschaal.ts";
import { Decor } from "./decor.tsx";
import { Naam, type Naamindeling, Namen, wishFor } from "./kaartnamen.tsx";
import { placeNamen } from "./namen-plaatsen.ts";
import { Patronen, vullingVan } from "./patronen.tsx";
import { Schaalstok } from "./schaalstok.tsx";

type Props = {
  readonly id: string;
  readonly naam: string;
  readonly kaart: Kaart;
  readonly waarden: ReadonlyMap<string, Kaartwaarde>;
  readonly schaal: Schaal;
  readonly namen: Naamindeling;
  /** Pixels of the screen. */
  readonly breedte: number;
  readonly eigen: string | undefined;
  readonly active: string | undefined;
  readonly onActive: (code: string | undefined) => void;
  readonly onOpen: (code: string) => void;
};

/** The drawing itself: land, gemeenten, borders, then names. */
export function Kaartvlak(props: Props) {
  const { id, naam, kaart, namen, breedte, eigen, active } = props;
  const scale = breedte / kaart.breedte;
  const pointed = kaart.gemeenten.find(({ code }) => code === active);
  const own = kaart.gemeenten.find(({ code }) => code === eigen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no form; its parts are the buttons
    <svg
      viewBox={`0 0 ${kaart.breedte} ${kaart.hoogte}`}
      role="group"
      aria-label={`Kaart: ${naam}`}
    >
      <Patronen id={id} schaal={scale} />
      <Omgeving kaart={kaart} />
      <Gemeenten {...props} />
      <path className="deelgrens" d={kaart.deelgrenzen} />
      <path className="omtrek" d={kaart.omtrek} />
      {own && <path className="eigenvlak" d={own.pad} />}
      {pointed && <path className="aangewezen" d={pointed.pad} />}
      <Namen namen={namen.opschriften} schaal={scale} soort="opschrift" />
      <Namen namen={namen.omgeving} schaal={scale} soort="buurnaam" />
      <Namen namen={namen.leden} schaal={scale} soort="gemeentenaam" />
      <Namen namen={namen.cijfers} schaal={scale} soort="gemeentenaam" />
      {pointed && <Aangewezen vorm={pointed} {...props} />}
      <Schaalstok kaart={kaart} breedte={breedte} />
    </svg>
  );
}

const Omgeving = memo(function Omgeving({ kaart }: { readonly kaart: Kaart }) {
  return kaart.omgeving.map(({ code, pad }) => <path key={code} className="buur" d={pad} />);
});

/** One stop for Tab; the arrows go round by alphabet, Home and End to its ends. */
function Gemeenten({ id, kaart, waarden, schaal, eigen, active, onActive, onOpen }: Props) {
  const group = useRef<SVGGElement>(null);
  const { gemeenten } = kaart;
  const stop = active ?? gemeenten.find(({ code }) => code === eigen)?.code ?? gemeenten[0]?.code;
  const point = useCallback((event: Aanraking) => onActive(codeOf(event)), [onActive]);
  const leave = useCallback(() => onActive(undefined), [onActive]);
  // The shapes keep one handler, also where a page gives a new one at every change.
  const opening = useRef(onOpen);
  useEffect(() => {
    opening.current = onOpen;
  }, [onOpen]);
  const open = useCallback((event: Aanraking) => opening.current(codeOf(event)), []);
  const press = useCallback(
    (event: KeyboardEvent<SVGPathElement>) => {
      const codes = gemeenten.map(({ code }) => code);
      const next = nextCode(codes, codeOf(event), event.key);
      if (next === undefined && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (next === undefined) return open(event);
      group.current?.querySelector<SVGPathElement>(`[data-code="${next}"]`)?.focus();
    },
    [gemeenten, open],
  );
  return (
    <g ref={group}>
      {gemeenten.map(({ code, naam, pad }) => {
        const waarde = waarden.get(code);
        const klasse = waarde?.getal === undefined ? undefined : schaal.klasseVan(waarde.getal);
        return (
          <Gemeentevlak
            key={code}
            {...{ code, pad, point, leave, open, press }}
            {...vullingVan(klasse, id)}
            naam={`${naam}${code === eigen ? ", uw gemeente" : ""}: ${waarde?.tekst ?? "onbekend"}`}
            bereikbaar={code === stop}
          />
        );
      })}
    </g>
  );
}

type Aanraking = SyntheticEvent<SVGPathElement>;

type VlakProps = {
  readonly code: string;
  readonly pad: string;
  readonly naam: string;
  readonly bereikbaar: boolean;
  readonly className?: string;
  readonly fill?: string;
  readonly point: (event: Aanraking) => void;
  readonly leave: () => void;
  readonly open: (event: Aanraking) => void;
  readonly press: (event: KeyboardEvent<SVGPathElement>) => void;
};

/** Drawn again only when its own colour or words change: there can be 342 of them. */
const Gemeentevlak = memo(function Gemeentevlak(props: VlakProps) {
  const { code, pad, naam, bereikbaar, className = "", fill, point, leave, open, press } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a shape on a map cannot be a button element
    <path
      className={`gemeente ${className}`}
      {...(fill ? { fill } : {})}
      d={pad}
      data-code={code}
      role="button"
      tabIndex={bereikbaar ? 0 : -1}
      aria-label={naam}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={open}
      onKeyDown={press}
    />
  );
});

function codeOf({ currentTarget }: Aanraking): string {
  return currentTarget.dataset.code ?? "";
}

function nextCode(codes: readonly string[], code: string, key: string): string | undefined {
  const here = codes.indexOf(code);
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return codes[(here + 1) % codes.length];
    case "ArrowLeft":
    case "ArrowUp":
      return codes.at(here - 1);
    case "Home":
      return codes[0];
    case "End":
      return codes.at(-1);
    default:
      return undefined;
  }
}

type AangewezenProps = Pick<Props, "kaart" | "namen" | "breedte"> & {
  readonly vorm: Kaart["gemeenten"][number];
};

/** The name of what is pointed at, where it does not stand on the map already. */
function Aangewezen({ vorm, kaart, namen, breedte }: AangewezenProps) {
  if (namen.leden.some(({ id }) => id === vorm.code)) return null;
  const scale = breedte / kaart.breedte;
  const [placed] = placeNamen([wishFor(vorm, scale, 14)], breedte, kaart.hoogte * scale);
  if (!placed) return null;
  return (
    <Decor soort="gemeentenaam">
      <Naam naam={placed} schaal={scale} />
    </Decor>
  );
}
