"""Distances with SciPy 1.17.1; PSI and Kullback–Leibler divergence from their formula with NumPy."""

import numpy as np
import scipy.stats as st
from scipy.spatial.distance import jensenshannon

from oracle import write

generator = np.random.default_rng(7)
WIDTH = 12

rows = []
for k in (1, 2, 3, 6, 12):
    for scale in (1, 10, 1000):
        for _ in range(3):
            r = generator.poisson(scale * generator.gamma(1.5, 1, k))
            c = generator.poisson(scale * generator.gamma(1.5, 1, k))
            if r.sum() == 0 or c.sum() == 0:
                continue
            p, q = r / r.sum(), c / c.sum()
            fp, fq = np.maximum(p, 1e-4), np.maximum(q, 1e-4)
            psi = np.sum((fq - fp) * np.log(fq / fp))
            kl = max(np.sum(fq * np.log(fq / fp)), 0)
            hellinger = np.linalg.norm(np.sqrt(p) - np.sqrt(q)) / np.sqrt(2)
            tv = np.abs(p - q).sum() / 2
            # Values at uneven distances, with counts as weights or repeated as samples.
            values = np.cumsum(np.arange(1, k + 1) ** 1.5) - 20
            w = st.wasserstein_distance(values, values, r, c)
            normalised = w / max(np.std(np.repeat(values, r)), 0.001)
            ks = st.ks_2samp(np.repeat(values, r), np.repeat(values, c)).statistic
            pad = [-1] * (WIDTH - k)
            rows.append([*map(int, r), *pad, *map(int, c), *pad, psi, kl, jensenshannon(p, q), hellinger, tv, w, normalised, ks])
write("distances", [*(f"r{i}" for i in range(WIDTH)), *(f"c{i}" for i in range(WIDTH)),
                    "psi", "kl", "js", "hellinger", "tv", "w", "normalisedW", "ks"], rows)
