type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of leadership's pages, and of the public page with the counts. */
export type RegionTexts = Named<
  | 'title'
  /** `{date}` */
  | 'on'
  | 'allZones' | 'zones' | 'zone' | 'stage' | 'projects' | 'worth' | 'jobs' | 'overdueProjects' | 'going' | 'total'
  | 'byStage' | 'chart'
  /** `{caption}`: what a chart shows; the table beside it has the figures. */
  | 'chartOf'
  | 'lateThrough' | 'through' | 'assignments' | 'oldest' | 'nothingLate' | 'lateNote' | 'lateMore'
  | 'starts' | 'quarter' | 'planned' | 'expected' | 'noStarts'
  /** `{number}`, `{year}` */
  | 'quarterName'
  | 'remainder' | 'withoutPlan' | 'notLookedAt' | 'uncounted' | 'allCovered' | 'endedNote'
  | 'takeAway' | 'csv' | 'xlsx' | 'print'
  | 'listTitle' | 'number' | 'company' | 'due' | 'notCounted' | 'suspended' | 'none' | 'more' | 'currency' | 'amount' | 'all'
  | 'publicTitle' | 'publicText' | 'publicCounted'
>;
