"""Dezelfde normen in numpy, als tegenspeler van de kern over kolommen.

Leest opdrachten als JSON per regel: eerst de invoer (telt niet mee), dan per regel een taak die
zo vaak wordt gedaan als gevraagd. Per norm over alle jaren en gemeenten tegelijk, met hetzelfde
quotiënt als Woonregie, dat precies is zonder te delen, en met ruimte die één keer is gemaakt. De
oordelen worden geteld en niet bewaard; dat is minder werk dan Woonregie doet.
"""

import json
import sys
import time

import numpy as np


class Norms:
    def __init__(self, given):
        columns = [np.array(c, dtype=float) for c in given["kolommen"]]
        self.known = [~np.isnan(c) for c in columns]
        self.columns = [np.nan_to_num(c) for c in columns]
        self.counts = [int(np.count_nonzero(k)) for k in self.known]
        self.norms = [
            (n["z"], n["drempel"], n["x"], n["y"], column(n["r"]))
            for n in given["normen"]
        ]
        shape = columns[0].shape
        self.limit = np.empty(shape)
        self.yes, self.asked = np.empty(shape, dtype=bool), np.empty(shape, dtype=bool)

    def run(self):
        """Per norm: voldoet, voldoet niet, niet van toepassing, onbekend."""
        found = np.empty((len(self.norms), 4), dtype=np.int64)
        yes, asked = self.yes, self.asked
        for i, (z, limit, x, y, rate) in enumerate(self.norms):
            np.greater_equal(self.columns[z], limit, out=asked)
            np.logical_and(asked, self.known[z], out=asked)
            outside = self.counts[z] - np.count_nonzero(asked)
            np.logical_and(asked, self.known[x], out=asked)
            np.logical_and(asked, self.known[y], out=asked)
            np.multiply(self.columns[y], rate, out=self.limit)
            np.greater_equal(self.columns[x], self.limit, out=yes)
            both = np.count_nonzero(asked)
            np.logical_and(yes, asked, out=yes)
            met = np.count_nonzero(yes)
            found[i] = (met, both - met, outside, yes.size - both - outside)
        return found


def column(numbers):
    """Eén getal per jaar, of één getal als het elk jaar hetzelfde is."""
    return float(numbers[0]) if len(set(numbers)) == 1 else np.array(numbers, dtype=float)[:, None]


def main():
    norms = Norms(json.loads(sys.stdin.readline()))
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked.get("uitkomst"):
            print(json.dumps({"uitkomst": norms.run().tolist()}), flush=True)
            continue
        times = []
        for _ in range(asked["keer"]):
            start = time.perf_counter()
            norms.run()
            times.append((time.perf_counter() - start) * 1000)
        print(json.dumps({"ms": times}), flush=True)


main()
