import type { FieldValues } from 'react-hook-form';
import { useDeed, type Deed, type DeedControl } from '../rule/use-deed.js';
import { refreshFund } from './refresh-fund.js';

interface FundWrite<Values extends FieldValues, Body> extends Omit<Deed<Values, Body, unknown>, 'onDone' | 'onDrafted'> {
  /** Null where it is about several of them. */
  readonly fundId: string | null;
  /** Nothing is left to do here: it is done and everything shown of the fund is up to date, or it is drafted. */
  readonly onClose: () => void;
}

/** A deed about a fund: what it changed is shown before its dialog goes. */
export function useFundWrite<Values extends FieldValues, Body>({ fundId, onClose, ...deed }: FundWrite<Values, Body>): DeedControl {
  const onDone = async (): Promise<void> => {
    await refreshFund(fundId);
    onClose();
  };
  return useDeed({ ...deed, onDone, onDrafted: onClose });
}
