type Field = {
  readonly naam: string;
  readonly label: string;
  readonly waarde: string;
  readonly hint: string;
  readonly fout?: string;
};

/** A labelled text field, with what may be typed below the label and a mistake at the field itself. */
export function TextField({ naam, label, waarde, hint, fout }: Field) {
  const id = `veld-${naam}`;
  return (
    <div class="veld">
      <label for={id}>{label}</label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
        {fout && <span class="fout">{fout}</span>}
      </span>
      <input
        type="text"
        aria-describedby={`${id}-hint`}
        id={id}
        name={naam}
        value={waarde}
        aria-invalid={fout ? "true" : undefined}
        autocomplete="off"
      />
    </div>
  );
}

type Option = { readonly waarde: string; readonly label: string; readonly groep?: string };

type SelectProps = Field & {
  /** What stands there while nothing is chosen. */
  readonly leeg: string;
  readonly opties: readonly Option[];
};

/** A labelled choice from a list, in groups where the options have them. */
export function SelectField({ naam, label, waarde, hint, leeg, opties }: SelectProps) {
  const id = `veld-${naam}`;
  const groepen = [...new Set(opties.map(({ groep }) => groep))];
  return (
    <div class="veld">
      <label for={id}>{label}</label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <select id={id} name={naam} aria-describedby={`${id}-hint`}>
        <option value="">{leeg}</option>
        {groepen.map((groep) => {
          const own = opties.filter((optie) => optie.groep === groep);
          const items = own.map((optie) => <Item optie={optie} gekozen={waarde} />);
          return groep ? <optgroup label={groep}>{items}</optgroup> : items;
        })}
      </select>
    </div>
  );
}

function Item({ optie, gekozen }: { readonly optie: Option; readonly gekozen: string }) {
  return (
    <option value={optie.waarde} selected={optie.waarde === gekozen}>
      {optie.label}
    </option>
  );
}
