import { useTranslation } from 'react-i18next';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { Circumstances, Ground } from './clawback.requests.js';

/** The calculator as it is typed. */
export interface CalculatorForm {
  readonly voucherId: string;
  readonly serviceId: string;
  readonly debtor: 'COMPANY' | 'PROVIDER';
  readonly ground: Ground;
  readonly principal: string;
  readonly improperOn: string;
  readonly noticeOn: string;
  readonly dueOn: string;
  readonly penalty: string;
  readonly fixedInterest: string;
  readonly atFault: boolean;
  readonly reportedOn: string;
  readonly advanceNoticeOn: string;
  readonly returnedOn: string;
  readonly fullyReturned: boolean;
  readonly negligent: boolean;
  readonly otherwiseFined: boolean;
  readonly instalments: string;
  readonly reason: string;
}

export const blankForm = (voucherId: string): CalculatorForm => ({
  ...{ voucherId, serviceId: '', debtor: 'COMPANY', ground: 'OFF_PURPOSE', principal: '', improperOn: '', noticeOn: todayInSeoul(), dueOn: '', penalty: '', fixedInterest: '' },
  ...{ atFault: true, reportedOn: '', advanceNoticeOn: '', returnedOn: '', fullyReturned: false, negligent: false, otherwiseFined: false, instalments: '1', reason: '' },
});

/** The grounds that a statute knows; a mispayment is a ground of every one. */
export const GROUNDS: Readonly<Record<string, readonly Ground[]>> = {
  PUBLIC_FINANCE: ['OFF_PURPOSE', 'EXCESS_CLAIM', 'FALSE_CLAIM', 'MISPAYMENT'],
  SUBSIDY: ['OFF_PURPOSE', 'FALSE_CLAIM', 'CONDITION_BREACH', 'REQUIREMENT_UNMET', 'MISPAYMENT'],
  RND: ['OFF_PURPOSE', 'EXCESS_CLAIM', 'FALSE_CLAIM', 'CONDITION_BREACH', 'REQUIREMENT_UNMET', 'MISPAYMENT'],
};

export interface CalculatorFaults {
  readonly principal: string | undefined;
  readonly improperOn: string | undefined;
  readonly noticeOn: string | undefined;
}

/** What is asked of the server, and what is missing for it. */
export function useCircumstances(form: CalculatorForm): { readonly body: Circumstances; readonly faults: CalculatorFaults } {
  const { t } = useTranslation();
  const principal = parseWonInput(form.principal);
  const [improper, notice] = [parseDateInput(form.improperOn), parseDateInput(form.noticeOn)];
  const date = (typed: string, key: 'dueOn' | 'reportedOn' | 'advanceNoticeOn' | 'returnedOn') => {
    const day = parseDateInput(typed);
    return day === null ? {} : { [key]: day };
  };
  const amount = (typed: string, key: 'penaltyWon' | 'fixedInterestWon') => {
    const read = parseWonInput(typed);
    return typed.trim() === '' || !read.ok ? {} : { [key]: read.amount.toString() };
  };
  return {
    body: {
      ground: form.ground,
      principalWon: principal.ok ? principal.amount.toString() : '',
      improperOn: improper ?? '',
      noticeOn: notice ?? '',
      debtor: form.debtor,
      atFault: form.atFault,
      instalments: Number(form.instalments),
      ...(form.serviceId === '' ? {} : { serviceId: form.serviceId }),
      ...date(form.dueOn, 'dueOn'),
      ...date(form.reportedOn, 'reportedOn'),
      ...date(form.advanceNoticeOn, 'advanceNoticeOn'),
      ...date(form.returnedOn, 'returnedOn'),
      ...amount(form.penalty, 'penaltyWon'),
      ...amount(form.fixedInterest, 'fixedInterestWon'),
      ...(form.fullyReturned ? { fullyReturned: true } : {}),
      ...(form.negligent ? { negligent: true } : {}),
      ...(form.otherwiseFined ? { otherwiseFined: true } : {}),
    },
    faults: {
      principal: !principal.ok || principal.amount === 0n ? t('clawback.missingAmount') : undefined,
      improperOn: improper === null ? t('clawback.missingDate') : undefined,
      noticeOn: notice === null ? t('clawback.missingDate') : undefined,
    },
  };
}
