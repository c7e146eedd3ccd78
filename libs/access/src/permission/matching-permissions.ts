import { COMPLIANCE, FINANCE_MAKER } from './holders.js';

/** Reverse matching: pools, what companies plan, the projects that follow, and their money. Reading is reading grants. */
export const MATCHING_PERMISSIONS = {
  'matching-zone.record': COMPLIANCE,
  'matching-pool.open': FINANCE_MAKER,
  'matching-project.plan': FINANCE_MAKER,
  'matching-pool.decide-queue': FINANCE_MAKER,
  'matching-project.conclude': FINANCE_MAKER,
  'matching-register.import': FINANCE_MAKER,
  'matching-deposit.record': FINANCE_MAKER,
  'matching-deposit.prove': ['FINANCE_MAKER', 'FINANCE_CHECKER'],
  'matching-deposit.reverse': FINANCE_MAKER,
  'matching-flag.decide': COMPLIANCE,
  'matching-withdrawal.record': FINANCE_MAKER,
  'matching-withdrawal.reverse': FINANCE_MAKER,
  'matching-release.request': FINANCE_MAKER,
  'matching-release.send-back': ['FINANCE_MAKER', 'FINANCE_CHECKER'],
  'matching-release.decide': ['FINANCE_CHECKER'],
  'matching-release.void': FINANCE_MAKER,
  'matching-clawback.propose': FINANCE_MAKER,
  'matching-clawback.decide': ['FINANCE_CHECKER'],
} as const;
