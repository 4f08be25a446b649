import type { Ingevuld } from "#services/toegang/beheer-invoer.ts";
import type { Organisatiebeeld } from "#services/toegang/organisatiebeeld.ts";

type Veldprops = {
  readonly naam: string;
  readonly label: string;
  readonly ingevuld: Ingevuld;
  /** Where the same name stands in more forms of one page. */
  readonly id?: string;
  readonly soort?: "text" | "email" | "date";
  readonly verplicht?: boolean;
  readonly hint?: string;
  /** What stands there before anybody fills it in. */
  readonly begin?: string;
};

/** One field with its words; what was filled in before stays. */
export function Veld(props: Veldprops) {
  const { naam, label, hint, ingevuld, soort = "text", verplicht, begin, id } = props;
  const name = id ?? naam;
  return (
    <div class="veld">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={name}
        name={naam}
        type={soort}
        value={ingevuld[naam] ?? begin ?? ""}
        required={verplicht}
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
        autocomplete="off"
      />
    </div>
  );
}

type Termprops = {
  readonly beeld: Organisatiebeeld;
  readonly ingevuld: Ingevuld;
  readonly id: string;
};

/** From which day, and until which. */
export function Termvelden({ beeld, ingevuld, id }: Termprops) {
  const shared = { ingevuld, soort: "date" } as const;
  return (
    <>
      <Veld
        {...shared}
        id={`${id}-van`}
        naam="van"
        label="Eerste dag"
        hint="Vanaf deze dag telt het"
        begin={beeld.dag}
        verplicht
      />
      <Veld
        {...shared}
        id={`${id}-tot`}
        naam="tot"
        label="Laatste dag"
        hint="Leeg als er geen einddatum is"
      />
    </>
  );
}
