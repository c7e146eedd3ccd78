/** Relations that are recorded; which funds somebody manages, and who their partners are, the funds themselves say. */
export const RECORDED_RELATIONS = ['EMPLOYS', 'MARRIED_TO', 'OWNED_BY', 'AFFILIATED_WITH'] as const;
export type RecordedRelation = (typeof RECORDED_RELATIONS)[number];
