import type { Bilingual } from '#libs/errors';

/** Ranks from the lowest to the highest: a closed list, repeated as a CHECK on `app_user`. Source: delegation of approval (위임전결). */
export const RANKS = {
  STAFF: { ko: '담당', en: 'Staff' },
  TEAM_LEADER: { ko: '팀장', en: 'Team leader' },
  DIRECTOR: { ko: '본부장', en: 'Director' },
  EXECUTIVE: { ko: '임원', en: 'Executive' },
  HEAD: { ko: '기관장', en: 'Head of the institution' },
} as const satisfies Record<string, Bilingual>;

export type Rank = keyof typeof RANKS;

export const RANK_CODES = Object.keys(RANKS) as readonly Rank[];
