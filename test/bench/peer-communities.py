"""peer-communities.py networkit-plm|networkit-leiden|igraph-leiden FOLDER: communities of the graph in the folder on one thread, the quicker of two; prints the figures of our own run."""
import json
import os
import random
import resource
import sys
import time

import numpy as np

name, folder = sys.argv[1:]
source, target = (np.fromfile(os.path.join(folder, end), np.int32) for end in ('from', 'to'))
weights = np.fromfile(os.path.join(folder, 'weights'), np.float64)
nodes = int(open(os.path.join(folder, 'nodes')).read())


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def by_networkit(method):
    import networkit

    networkit.setNumberOfThreads(1)
    networkit.setSeed(1, False)
    ends = source.astype(np.uint64), target.astype(np.uint64)
    graph = networkit.GraphFromCoo((weights, ends), n=nodes, weighted=True, directed=False)

    def find():
        found = method(networkit.community, graph)
        found.run()
        return found.getPartition

    return find, lambda partition: partition().getVector()


def by_igraph():
    import igraph

    random.seed(1)
    graph = igraph.Graph(n=nodes, edges=np.column_stack([source, target]))
    graph.es['weight'] = weights
    return lambda: graph.community_leiden('modularity', weights='weight', resolution=1, n_iterations=1), lambda found: found.membership


find, labels = {
    'networkit-plm': lambda: by_networkit(lambda community, graph: community.PLM(graph, refine=False, gamma=1)),
    'networkit-leiden': lambda: by_networkit(lambda community, graph: community.ParallelLeiden(graph, iterations=3, randomize=True, gamma=1)),
    'igraph-leiden': by_igraph,
}[name]()
walls, processors = [], []
for _ in range(2):
    started, before = time.time(), processor()
    found = find()
    walls.append(time.time() - started)
    processors.append(processor() - before)
own = np.unique(np.asarray(labels(found), np.int64), return_inverse=True)[1]
degrees, total = np.bincount(source, weights, nodes) + np.bincount(target, weights, nodes), weights.sum()
inside = weights[own[source] == own[target]].sum() / total
print(json.dumps({
    'detection': [min(processors), 'CPU seconds'],
    'detection by the wall': [min(walls), 'seconds'],
    'modularity': [inside - (np.bincount(own, degrees) ** 2).sum() / (4 * total * total), 'modularity'],
}))
