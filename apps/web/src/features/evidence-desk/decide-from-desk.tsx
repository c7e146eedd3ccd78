import type { ReactElement } from 'react';
import { DecideDialog } from '../investment/decide-dialog.js';
import { useInvestment } from '../investment/investment.requests.js';
import type { DeskRow } from './evidence-desk.requests.js';

/** Decides about a claim without leaving the queue. */
export function DecideFromDesk({ row, onClose }: { readonly row: DeskRow; readonly onClose: () => void }): ReactElement | null {
  const { data } = useInvestment(row.fundId, row.investmentId, {});
  return data === undefined ? null : <DecideDialog investment={data} onClose={onClose} />;
}
