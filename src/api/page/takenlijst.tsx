type Props = {
  readonly taken: readonly { readonly href: string; readonly naam: string; readonly wat: string }[];
};

/** What people come to do, each with where that is done. */
export function Takenlijst({ taken }: Props) {
  return (
    <ul class="lijst">
      {taken.map(({ href, naam, wat }) => (
        <li>
          <a href={href}>{naam}</a>
          <span>{wat}</span>
        </li>
      ))}
    </ul>
  );
}
