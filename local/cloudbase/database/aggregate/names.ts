/** What the SDK's `_.aggregate` can write, without `$meta`, which belongs to text search. */
export const expressionNames: ReadonlySet<string> = new Set([
  ...['$abs', '$add', '$ceil', '$divide', '$exp', '$floor', '$ln', '$log', '$log10', '$mod', '$multiply'],
  ...['$pow', '$sqrt', '$subtract', '$trunc'],
  ...['$arrayElemAt', '$arrayToObject', '$concatArrays', '$filter', '$in', '$indexOfArray', '$isArray'],
  ...['$map', '$range', '$reduce', '$reverseArray', '$size', '$slice', '$zip'],
  ...[
    '$and',
    '$not',
    '$or',
    '$cmp',
    '$eq',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$ne',
    '$cond',
    '$ifNull',
    '$switch',
  ],
  ...['$dateFromParts', '$dateFromString', '$dateToString', '$dayOfMonth', '$dayOfWeek', '$dayOfYear'],
  ...['$hour', '$isoDayOfWeek', '$isoWeek', '$isoWeekYear', '$millisecond', '$minute', '$month', '$second'],
  ...['$week', '$year', '$let', '$literal', '$mergeObjects', '$objectToArray'],
  ...['$allElementsTrue', '$anyElementTrue', '$setDifference', '$setEquals', '$setIntersection'],
  ...['$setIsSubset', '$setUnion', '$concat', '$indexOfBytes', '$indexOfCP', '$split', '$strLenBytes'],
  ...['$strLenCP', '$strcasecmp', '$substr', '$substrBytes', '$substrCP', '$toLower', '$toUpper'],
]);

export const accumulatorNames: ReadonlySet<string> = new Set([
  ...['$addToSet', '$avg', '$first', '$last', '$max', '$min', '$mergeObjects', '$push', '$stdDevPop'],
  ...['$stdDevSamp', '$sum'],
]);
