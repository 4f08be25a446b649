import { VerkenPage } from "./features/verdeling/verken-page.tsx";

/** The part of a page that runs in the browser; the server has made the page around it. */
export function App() {
  return <VerkenPage />;
}
