"""Dezelfde verdeling als rekenblad in LibreOffice Calc, als tegenspeler van de rekenkern.

Draait in een LibreOffice die al open is (python3-uno). Bouwt het blad één keer op; gemeten wordt
alleen calculateAll(): alle formules opnieuw, in een warm proces. Per probleem staan er drie
kolommen: het precieze deel, de rest achter de komma, en de uitkomst volgens de grootste resten.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    url = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(300):
        try:
            return resolver.resolve(url)
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice antwoordt niet")


def column_name(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


class Sheet:
    """Eén blad met alle problemen: gewichten boven elkaar in kolommen, formules ernaast."""

    def __init__(self, document, name, weights, problems):
        document.Sheets.insertNewByName(name, document.Sheets.Count)
        self.sheet = document.Sheets.getByName(name)
        self.count = len(weights[0])
        self.problems = problems
        last = self.count + 2
        for g, own in enumerate(weights):
            self.put(g, 2, [[float(w)] for w in own])
            letter = column_name(g)
            self.formulas(g, 1, [[f"=SUM({letter}3:{letter}{last})"]])
        self.start = len(weights) + 1
        self.build(last)

    def build(self, last):
        columns, totals, cuts = [], [], []
        for p, (total, g) in enumerate(self.problems):
            base = self.start + 3 * p
            q, r = column_name(base), column_name(base + 1)
            w = column_name(g)
            x = column_name(base + 2)
            totals += [float(total), "", ""]
            left = f"{q}$1-SUM({q}$3:{q}${last})+SUM({r}$3:{r}${last})"
            cuts += ["", "", f"=IF(ROUND({left};0)>0;LARGE({r}$3:{r}${last};ROUND({left};0));2)"]
            columns.append((w, q, r, x))
        width = 3 * len(self.problems)
        self.put(self.start, 0, [totals])
        self.formulas(self.start, 1, [cuts])
        rows = []
        for i in range(self.count):
            row, n = [], i + 3
            for w, q, r, x in columns:
                row.append(f"=${w}{n}*{q}$1/${w}$2")
                row.append(f"={q}{n}-INT({q}{n})")
                row.append(f"={q}{n}-{r}{n}+IF({r}{n}>={x}$2;1;0)")
            rows.append(tuple(row))
        area = self.sheet.getCellRangeByPosition(
            self.start, 2, self.start + width - 1, self.count + 1
        )
        area.setFormulaArray(tuple(rows))

    def put(self, column, row, data):
        area = self.sheet.getCellRangeByPosition(
            column, row, column + len(data[0]) - 1, row + len(data) - 1
        )
        area.setDataArray(tuple(tuple(line) for line in data))

    def formulas(self, column, row, data):
        area = self.sheet.getCellRangeByPosition(
            column, row, column + len(data[0]) - 1, row + len(data) - 1
        )
        area.setFormulaArray(tuple(tuple(line) for line in data))

    def outcome(self):
        numbers = []
        for p in range(len(self.problems)):
            column = self.start + 3 * p + 2
            area = self.sheet.getCellRangeByPosition(column, 2, column, self.count + 1)
            numbers.append([round(cell) for (cell,) in area.getDataArray()])
        return numbers


def main():
    context = connect(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    books = {}
    for name, given in json.loads(sys.stdin.readline()).items():
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
        document.enableAutomaticCalculation(False)
        start = time.perf_counter()
        sheet = Sheet(document, name, given["gewichten"], given["problemen"])
        books[name] = (document, sheet, (time.perf_counter() - start) * 1000)
    print(json.dumps({"bouw": {name: ms for name, (_, _, ms) in books.items()}}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        document, sheet, _ = books[asked["naam"]]
        if asked.get("uitkomst"):
            document.calculateAll()
            print(json.dumps({"uitkomst": sheet.outcome()}), flush=True)
            continue
        times = []
        for _ in range(asked["keer"]):
            start = time.perf_counter()
            document.calculateAll()
            times.append((time.perf_counter() - start) * 1000)
        print(json.dumps({"ms": times}), flush=True)
    for document, _, _ in books.values():
        document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass


main()
