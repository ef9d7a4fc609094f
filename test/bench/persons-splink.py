"""Splink on the persons of the benchmark, with the settings that its documentation gives such records; prints the figures of persons-resolve.ts."""
import json
import logging
import resource
import sys
import time
import warnings

import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

warnings.filterwarnings('ignore')
logging.disable(logging.WARNING)


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


started, before = time.time(), processor()
database = DuckDBAPI()
connection = getattr(database, 'duckdb_con', None) or database._con
persons = connection.read_csv(sys.argv[1], all_varchar=True)
settings = SettingsCreator(
    link_type='dedupe_only',
    unique_id_column_name='unique_id',
    blocking_rules_to_generate_predictions=[
        block_on('phone'), block_on('email'), block_on('surname', 'first_name'), block_on('postcode'), block_on('dob', 'surname'),
    ],
    comparisons=[
        compare.NameComparison('first_name').configure(term_frequency_adjustments=True),
        compare.NameComparison('surname').configure(term_frequency_adjustments=True),
        compare.DateOfBirthComparison('dob', input_is_string=True),
        compare.LevenshteinAtThresholds('phone', [1]),
        compare.ExactMatch('postcode').configure(term_frequency_adjustments=True),
        compare.JaroWinklerAtThresholds('email', [.95, .88]),
    ],
    retain_intermediate_calculation_columns=False,
    retain_matching_columns=False,
)
linker = Linker(database.register(persons), settings)
linker.training.estimate_probability_two_random_records_match([block_on('phone', 'dob'), block_on('first_name', 'surname', 'dob')], recall=.8)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
for rule in (block_on('dob', 'surname'), block_on('phone')):
    linker.training.estimate_parameters_using_expectation_maximisation(rule)
predicted = linker.inference.predict(threshold_match_probability=.01)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=.95)
clusters.as_duckdbpyrelation().aggregate('count(*)').fetchall()
wall, cpu, memory = time.time() - started, processor() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
found = clusters.as_duckdbpyrelation().df()[['cluster_id', 'unique_id']]
truth = connection.read_csv(sys.argv[1], all_varchar=True).df()[['unique_id', 'cluster']]
both = found.merge(truth, on='unique_id')


def pairs(columns):
    sizes = both.groupby(columns).size()
    return float((sizes * (sizes - 1) // 2).sum())


right, said, true = pairs(['cluster_id', 'cluster']), pairs(['cluster_id']), pairs(['cluster'])
precision, recall = right / said, right / true
print(json.dumps({
    'pairs predicted': [predicted.as_duckdbpyrelation().aggregate('count(*)').fetchall()[0][0], 'count'],
    'time': [wall, 'seconds'],
    'processor': [cpu, 'CPU seconds'],
    'memory at its peak': [memory, 'MB'],
    'pairs precision': [precision, 'share'],
    'pairs recall': [recall, 'share'],
    'pairs f1': [2 * precision * recall / (precision + recall), 'share'],
}))
