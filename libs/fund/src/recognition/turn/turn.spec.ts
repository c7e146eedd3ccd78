import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { speaksOn, type EvidenceTurn } from '../detail/evidence-detail.js';
import type { LostStatusEffect } from '../recognition.policy.js';
import { recognitionFallsOn } from './turn.rules.js';

const PAID = localDate('2024-06-03');

describe('a recognition that rests on a document', () => {
  it.each<[EvidenceTurn, string, LostStatusEffect, string | null]>([
    ['FALSE_DOCUMENT', '2025-01-10', 'KEEPS', '2024-06-03'],
    ['CANCELLED_AB_INITIO', '2025-01-10', 'KEEPS', '2024-06-03'],
    ['LOST_STATUS', '2025-01-10', 'KEEPS', null],
    ['LOST_STATUS', '2025-01-10', 'REVOKES', '2025-01-10'],
    // Lost before the payment: it cannot fall earlier than it could have been recognised.
    ['LOST_STATUS', '2024-01-10', 'REVOKES', '2024-06-03'],
    ['CORRECTED', '2025-01-10', 'REVOKES', null],
  ])('%s on %s where a lost status %s falls on %s', (turn, happenedOn, effect, falls) => {
    expect(recognitionFallsOn(turn, localDate(happenedOn), PAID, effect)).toBe(falls);
  });
});

describe('a document speaks', () => {
  it.each<[EvidenceTurn | null, string, boolean]>([
    [null, '2024-06-03', true],
    ['LOST_STATUS', '2024-06-04', true],
    ['LOST_STATUS', '2024-06-03', false],
    ['FALSE_DOCUMENT', '2025-01-01', false],
    ['CANCELLED_AB_INITIO', '2025-01-01', false],
    ['CORRECTED', '2025-01-01', false],
  ])('with %s on %s: %s', (turn, happenedOn, speaks) => {
    expect(speaksOn(turn === null ? [] : [{ turn, happenedOn: localDate(happenedOn) }], PAID)).toBe(speaks);
  });
});
