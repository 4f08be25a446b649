/** One line of a csv file: the text of a column by its name in the header. */
export type CsvRegel = (kolom: string) => string;

/**
 * Reads our own csv files: a comma between cells, a header, quotes only around a whole cell.
 *
 * Strict: every line has as many cells as the header and every asked column exists. A line break
 * inside a cell is not part of the form.
 *
 * @throws Error that names file and line where the text is otherwise.
 */
export function parseCsv(text: string, bestand: string): readonly CsvRegel[] {
  const [header = "", ...lines] = text.split(/\r?\n/u);
  const columns = new Map(splitLine(header).map((name, index) => [name, index]));
  return lines.flatMap((line, index) => {
    if (line === "") return [];
    const cells = splitLine(line);
    if (cells.length !== columns.size) {
      const count = `${cells.length} cellen; het moeten er ${columns.size} zijn`;
      throw new Error(`${bestand}:${index + 2}  Deze regel heeft ${count}.`);
    }
    return [(kolom: string) => cellAt(cells, columns.get(kolom), kolom, bestand)];
  });
}

function cellAt(
  cells: readonly string[],
  index: number | undefined,
  kolom: string,
  bestand: string,
): string {
  const cell = index === undefined ? undefined : cells[index];
  if (cell === undefined) throw new Error(`${bestand}:1  De kolom «${kolom}» ontbreekt.`);
  return cell;
}

function splitLine(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(",");
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
