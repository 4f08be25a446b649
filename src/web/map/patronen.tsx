import type { Klasse } from "#domain/kaartschaal.ts";

/** How a shape is filled: a class of the stylesheet, or one of the patterns. */
export type Vulling = { readonly className?: string; readonly fill?: string };

/** Of a number in its class; without a class it is unknown, and hatched. */
export function vullingVan(klasse: Klasse | undefined, id: string): Vulling {
  if (!klasse) return { fill: `url(#${id}-onbekend)` };
  if (klasse.gestreept) return { fill: `url(#${id}-minder-${klasse.tint})` };
  return { className: `tint-${klasse.tint}` };
}

const GESTREEPT = [3, 5] as const;

/** Hatchings, in pixels of the screen: crosswise for what is unknown, lying lines for less. */
export function Patronen({ id, schaal = 1 }: { readonly id: string; readonly schaal?: number }) {
  const size = `scale(${1 / schaal})`;
  return (
    <defs>
      <pattern
        id={`${id}-onbekend`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform={`${size} rotate(45)`}
      >
        <rect className="leeg" width="7" height="7" />
        <path className="streep" d="M0,0v7" />
      </pattern>
      {GESTREEPT.map((tint) => (
        <pattern
          key={tint}
          id={`${id}-minder-${tint}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={size}
        >
          <rect className={`tint-${tint}`} width="6" height="6" />
          <path className="wit" d="M0,1h6" />
        </pattern>
      ))}
    </defs>
  );
}
