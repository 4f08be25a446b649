import { isEditable, type Zin } from "#services/kader/zin.ts";

type Props = {
  readonly zin: Zin;
  /** Where a part of the sentence stands in the writer's text. */
  readonly adresVan?: (pad: string) => string | undefined;
};

/**
 * The sentence a document is. What can be changed is underlined and leads to its place in the
 * text; what people still have to choose looks so.
 */
export function Sentence({ zin, adresVan }: Props) {
  return (
    <p class="zin">
      {zin.map((deel) => {
        if (!isEditable(deel)) return deel.tekst;
        const klasse = deel.status ? "deel open" : "deel";
        const href = adresVan?.(deel.pad);
        if (href === undefined) return <span class={klasse}>{deel.tekst}</span>;
        return (
          <a class={klasse} href={href}>
            {deel.tekst}
          </a>
        );
      })}
    </p>
  );
}
