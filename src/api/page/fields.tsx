import type { Child } from "hono/jsx";

type Field = {
  readonly naam: string;
  readonly label: string;
  readonly waarde: string;
  readonly hint: string;
  readonly fout?: string | undefined;
};

/** A labelled text field, with what may be typed below the label and a mistake at the field itself. */
export function TextField({ waarde, ...rest }: Field) {
  return (
    <Labelled {...rest}>
      <input type="text" {...described(rest)} value={waarde} autocomplete="off" />
    </Labelled>
  );
}

/** The same for some lines of text. */
export function TextArea({ waarde, ...rest }: Field) {
  return (
    <Labelled {...rest}>
      <textarea {...described(rest)} rows={6} maxlength={4000}>
        {waarde}
      </textarea>
    </Labelled>
  );
}

type Option = { readonly waarde: string; readonly label: string; readonly groep?: string };

type SelectProps = Field & {
  /** What stands there while nothing is chosen. */
  readonly leeg: string;
  readonly opties: readonly Option[];
};

/** A labelled choice from a list, in groups where the options have them. */
export function SelectField({ waarde, leeg, opties, ...rest }: SelectProps) {
  const groepen = [...new Set(opties.map(({ groep }) => groep))];
  return (
    <Labelled {...rest}>
      <select {...described(rest)}>
        <option value="">{leeg}</option>
        {groepen.map((groep) => {
          const own = opties.filter((optie) => optie.groep === groep);
          const items = own.map((optie) => <Item optie={optie} gekozen={waarde} />);
          return groep ? <optgroup label={groep}>{items}</optgroup> : items;
        })}
      </select>
    </Labelled>
  );
}

type Labelledprops = Omit<Field, "waarde"> & { readonly children?: Child };

function Labelled({ naam, label, hint, fout, children }: Labelledprops) {
  const id = `veld-${naam}`;
  return (
    <div class="veld">
      <label for={id}>{label}</label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
        {fout && <span class="fout">{fout}</span>}
      </span>
      {children}
    </div>
  );
}

/** What ties a control to its label, its hint and its mistake. */
function described({ naam, fout }: Pick<Field, "naam" | "fout">) {
  const id = `veld-${naam}`;
  return {
    ...{ id, name: naam, "aria-describedby": `${id}-hint` },
    ...(fout ? { "aria-invalid": "true" as const } : {}),
  };
}

function Item({ optie, gekozen }: { readonly optie: Option; readonly gekozen: string }) {
  return (
    <option value={optie.waarde} selected={optie.waarde === gekozen}>
      {optie.label}
    </option>
  );
}
