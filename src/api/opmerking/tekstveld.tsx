type Props = {
  readonly naam: string;
  readonly label: string;
  readonly waarde: string;
  readonly hint: string;
  readonly fout?: string | undefined;
};

/** A labelled field for some lines of text, with a mistake at the field itself. */
export function Tekstveld({ naam, label, waarde, hint, fout }: Props) {
  const id = `veld-${naam}`;
  return (
    <div class="veld">
      <label for={id}>{label}</label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
        {fout && <span class="fout">{fout}</span>}
      </span>
      <textarea
        id={id}
        name={naam}
        rows={6}
        maxlength={4000}
        aria-describedby={`${id}-hint`}
        aria-invalid={fout ? "true" : undefined}
      >
        {waarde}
      </textarea>
    </div>
  );
}
