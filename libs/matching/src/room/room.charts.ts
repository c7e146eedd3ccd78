import { defineChart, type Chart } from '#libs/journal';

/**
 * Memo accounts of each matching project, in the book of its pool. At all times
 * allowed + over-released = room + released, and room or over-released is nothing.
 */
export const ALLOWED = defineChart({
  code: 'matching.allowed', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '지급 가능 누계(민간부담금 기준)', en: 'Allowed by the private money in' },
});
/** What may still be released. The floor is what two officers who release the last of it meet. */
export const ROOM = defineChart({
  code: 'matching.room', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '지급 여력', en: 'Room for releases' },
});
/** Decided to be paid and not claimed back. */
export const RELEASED = defineChart({
  code: 'matching.released', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '정부지원금 지급 누계', en: 'Released' },
});
/** Released beyond what private money allows since some of it left: what a clawback is proposed for. */
export const OVER_RELEASED = defineChart({
  code: 'matching.over-released', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '초과 지급액', en: 'Released beyond what is allowed' },
});

export const ROOM_CHARTS: readonly Chart[] = [ALLOWED, ROOM, RELEASED, OVER_RELEASED];
