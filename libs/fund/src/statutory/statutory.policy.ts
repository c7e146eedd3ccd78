import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { StatutoryVersion } from './statutory.js';

/** Years after incorporation within which a start-up is an early one (중소기업창업 지원법 §2-10). */
export const EARLY_STARTUP_YEARS = 3;

/**
 * The wordings of 벤처투자 촉진에 관한 법률 §51 and 시행령 §35, oldest first. The Act 21287 of 2025-12-30 took effect on
 * 2026-07-01 and also holds for funds that had not been registered for three years on that day (부칙 §2④).
 */
export const STATUTORY_VERSIONS: readonly StatutoryVersion[] = [
  {
    id: 'VENTURE_ACT_51_UNTIL_2026_06',
    effectiveFrom: localDate('2020-08-12'),
    generalPartnerRatio: basisPoints(4000),
    fundRatio: basisPoints(2000),
    deadlineYears: 3,
    baseMinimumYears: 0,
    excludedPurposes: [],
    excludesSpecialRatio: false,
    appliesWithinYears: null,
    clause: '벤처투자 촉진에 관한 법률 제51조(2026. 6. 30. 이전), 시행령 제35조',
  },
  {
    id: 'VENTURE_ACT_51_FROM_2026_07',
    effectiveFrom: localDate('2026-07-01'),
    generalPartnerRatio: basisPoints(4000),
    fundRatio: null,
    deadlineYears: 5,
    baseMinimumYears: 3,
    excludedPurposes: ['MERGER_ACQUISITION', 'SECONDARY', 'PRIVATE_FUND_OF_FUNDS'],
    excludesSpecialRatio: true,
    appliesWithinYears: 3,
    clause: '벤처투자 촉진에 관한 법률 제51조(법률 제21287호, 2026. 7. 1. 시행), 부칙 제2조제4항',
  },
];
