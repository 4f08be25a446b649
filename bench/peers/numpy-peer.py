"""Dezelfde verdelingen in numpy, als tegenspeler van de rekenkern.

Leest opdrachten als JSON per regel: eerst de invoer (tel niet mee), dan per regel een taak die
zo vaak wordt gedaan als gevraagd. Antwoordt met de tijd per keer in milliseconden, en bij
«uitkomst» met de getallen zelf. Alle taken rekenen over alle problemen tegelijk, op arrays.
"""

import json
import sys
import time

import numpy as np


def largest_remainder(totals, quota):
    """Hele getallen per rij: afronden naar beneden, de rest naar de grootste resten."""
    whole = np.floor(quota)
    rest = quota - whole
    left = (totals - whole.sum(axis=1)).astype(np.int64)
    ordered = np.sort(rest, axis=1)
    n = quota.shape[1]
    place = np.clip(n - left, 0, n - 1)
    cut = np.take_along_axis(ordered, place[:, None], axis=1)
    return whole + ((rest >= cut) & (left > 0)[:, None])


def within_bounds(totals, weights, low, high):
    """Quota naar rato binnen grenzen: per ronde staat de kant met het grootste totaal vast."""
    quota = np.zeros_like(weights)
    free = np.ones_like(weights, dtype=bool)
    left = totals.astype(float)
    while True:
        rate = left / np.where(free, weights, 0).sum(axis=1)
        quota = np.where(free, weights * rate[:, None], quota)
        lack = np.where(free, np.maximum(low - quota, 0), 0)
        excess = np.where(free, np.maximum(quota - high, 0), 0)
        lacks, excesses = lack.sum(axis=1), excess.sum(axis=1)
        below = (lack > 0) & (lacks >= excesses)[:, None]
        above = (excess > 0) & (excesses >= lacks)[:, None]
        if not (below.any() or above.any()):
            return quota
        quota = np.where(below, low, np.where(above, high, quota))
        left = left - np.where(below | above, quota, 0).sum(axis=1)
        free &= ~(below | above)


def sainte_lague(totals, weights, quota, low, high):
    """Afronden, en dan per probleem stap voor stap waar de prijs het best is."""
    counts = np.clip(np.floor(quota + 0.5), low, high)
    gap = totals - counts.sum(axis=1)
    while True:
        rows = np.flatnonzero(gap)
        if rows.size == 0:
            return counts
        up = gap[rows] > 0
        own, number = weights[rows], counts[rows]
        rise = np.where(number < high[rows], own / (number + 0.5), -np.inf)
        fall = np.where(number > low[rows], -own / (number - 0.5), -np.inf)
        cell = np.argmax(np.where(up[:, None], rise, fall), axis=1)
        step = np.where(up, 1, -1)
        counts[rows, cell] += step
        gap[rows] -= step


def band(total, low, high):
    """Laagste en hoogste deel van elke gemeente: eigen cijfer tegen dat van alle andere."""
    down = np.floor(total * low / (low + high.sum() - high))
    up = np.ceil(total * high / (high + low.sum() - low))
    return np.stack([down, up])


class Tasks:
    def __init__(self, given):
        self.weights = {k: np.array(v, dtype=float) for k, v in given["gewichten"].items()}
        self.totals = {k: np.array(v, dtype=float) for k, v in given["totalen"].items()}
        bounds = given["grenzen"]
        self.low = {k: np.array(v["onder"], dtype=float) for k, v in bounds.items()}
        self.high = {k: np.array(v["boven"], dtype=float) for k, v in bounds.items()}
        self.free = {k: (np.zeros_like(v), np.full_like(v, np.inf)) for k, v in self.weights.items()}
        self.bands = {
            k: (v["totaal"], np.array(v["laag"], dtype=float), np.array(v["hoog"], dtype=float))
            for k, v in given["banden"].items()
        }

    def run(self, task, name):
        if task == "bandbreedte":
            return band(*self.bands[name])
        weights, totals = self.weights[name], self.totals[name]
        if task == "grootste-rest":
            quota = weights * (totals / weights.sum(axis=1))[:, None]
            return largest_remainder(totals, quota)
        if task == "grootste-rest-grenzen":
            quota = within_bounds(totals, weights, self.low[name], self.high[name])
            return largest_remainder(totals, quota)
        if task == "sainte-lague":
            quota = weights * (totals / weights.sum(axis=1))[:, None]
            return sainte_lague(totals, weights, quota, *self.free[name])
        quota = within_bounds(totals, weights, self.low[name], self.high[name])
        return sainte_lague(totals, weights, quota, self.low[name], self.high[name])


def main():
    tasks = Tasks(json.loads(sys.stdin.readline()))
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked.get("uitkomst"):
            answer = tasks.run(asked["taak"], asked["naam"]).astype(np.int64).tolist()
            print(json.dumps({"uitkomst": answer}), flush=True)
            continue
        times = []
        for _ in range(asked["keer"]):
            start = time.perf_counter()
            tasks.run(asked["taak"], asked["naam"])
            times.append((time.perf_counter() - start) * 1000)
        print(json.dumps({"ms": times}), flush=True)


main()
