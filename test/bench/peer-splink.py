"""peer-splink.py persons|historical FILE: Splink on the file, with the settings that its documentation gives such records; prints the figures of our own run."""
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


def persons():
    return dict(
        rules=[block_on('phone'), block_on('email'), block_on('surname', 'first_name'), block_on('postcode'), block_on('dob', 'surname')],
        comparisons=[
            compare.NameComparison('first_name').configure(term_frequency_adjustments=True),
            compare.NameComparison('surname').configure(term_frequency_adjustments=True),
            compare.DateOfBirthComparison('dob', input_is_string=True),
            compare.LevenshteinAtThresholds('phone', [1]),
            compare.ExactMatch('postcode').configure(term_frequency_adjustments=True),
            compare.JaroWinklerAtThresholds('email', [.95, .88]),
        ],
        deterministic=[block_on('phone', 'dob'), block_on('first_name', 'surname', 'dob')],
        recall=.8,
        sample=1e6,
        sessions=[block_on('dob', 'surname'), block_on('phone')],
        columns='*',
        least=.01,
        without_frequencies=False,
    )


def historical():
    """The example deduplicate_50k_synthetic of Splink's documentation."""
    first3, last4, area = 'substr(first_name,1,3)', 'substr(surname,1,4)', 'substr(postcode_fake,1,3)'
    return dict(
        rules=[
            block_on(first3, last4), block_on('surname', 'dob'), block_on('first_name', 'dob'), block_on('postcode_fake', 'first_name'),
            block_on('postcode_fake', 'surname'), block_on('dob', 'birth_place'), block_on(area, 'dob'), block_on(area, 'first_name'),
            block_on(area, 'surname'), block_on('substr(first_name,1,2)', 'substr(surname,1,2)', 'substr(dob,1,4)'),
        ],
        comparisons=[
            compare.ForenameSurnameComparison('first_name', 'surname', forename_surname_concat_col_name='both_names'),
            compare.DateOfBirthComparison('dob', input_is_string=True),
            compare.PostcodeComparison('postcode_fake'),
            compare.ExactMatch('birth_place').configure(term_frequency_adjustments=True),
            compare.ExactMatch('occupation').configure(term_frequency_adjustments=True),
        ],
        deterministic=[
            block_on('first_name', 'surname', 'dob'), block_on('substr(first_name,1,2)', 'surname', 'substr(postcode_fake,1,2)'), block_on('dob', 'postcode_fake'),
        ],
        recall=.6,
        sample=1e7,
        sessions=[block_on('first_name', 'surname'), block_on('dob')],
        columns="*, first_name || ' ' || surname as both_names",
        least=None,
        without_frequencies=True,
    )


set_of = {'persons': persons, 'historical': historical}[sys.argv[1]]()
started, before = time.time(), processor()
database = DuckDBAPI()
connection = getattr(database, 'duckdb_con', None) or database._con
records = connection.read_csv(sys.argv[2], all_varchar=True).project(set_of['columns'])
settings = SettingsCreator(
    link_type='dedupe_only',
    unique_id_column_name='unique_id',
    blocking_rules_to_generate_predictions=set_of['rules'],
    comparisons=set_of['comparisons'],
    retain_intermediate_calculation_columns=False,
    retain_matching_columns=False,
)
linker = Linker(database.register(records), settings)
linker.training.estimate_probability_two_random_records_match(set_of['deterministic'], recall=set_of['recall'])
linker.training.estimate_u_using_random_sampling(max_pairs=set_of['sample'])
for rule in set_of['sessions']:
    linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=set_of['without_frequencies'])
predicted = linker.inference.predict(threshold_match_probability=set_of['least'])
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=.95)
clusters.as_duckdbpyrelation().aggregate('count(*)').fetchall()
wall, cpu, memory = time.time() - started, processor() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
found = clusters.as_duckdbpyrelation().df()[['cluster_id', 'unique_id']]
truth = connection.read_csv(sys.argv[2], all_varchar=True).df()[['unique_id', 'cluster']]
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
