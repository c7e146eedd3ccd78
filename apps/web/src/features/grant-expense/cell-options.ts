import { useCallback, useMemo } from 'react';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useAgreementNames } from './grant-expense.requests.js';
import type { GridField } from './grid-row.js';
import type { CellOption, CellOptions } from './read-cell.js';

const RESOURCES = ['CASH', 'IN_KIND'];
const EVIDENCE = ['TAX_INVOICE', 'CARD', 'TRANSFER', 'CASH_RECEIPT', 'PAYROLL', 'IN_KIND', 'OTHER'];

/** The lists of the grid of a call: its agreements and lines by number, code and name, and the words for codes. */
export function useCellOptions(call: GrantCall): CellOptions {
  const term = useTerm();
  const agreements = useAgreementNames(call.id).data;
  const lists = useMemo<Readonly<Partial<Record<GridField, readonly CellOption[]>>>>(
    () => ({
      ...(agreements === undefined ? {} : { agreementId: agreements.map(({ id, number, partyName }) => ({ value: id, label: `${number} ${partyName}`, names: [number, partyName] })) }),
      line: call.lines.map(({ code, name }) => ({ value: code, label: `${code} ${name.ko}`, names: [name.ko, name.en] })),
      resource: RESOURCES.map((value) => ({ value, label: term('lineResource', value), names: [] })),
      evidenceKind: [{ value: '', label: '–', names: [] }, ...EVIDENCE.map((value) => ({ value, label: term('evidenceKind', value), names: [] }))],
    }),
    [agreements, call.lines, term],
  );
  return useCallback((field) => lists[field] ?? null, [lists]);
}
