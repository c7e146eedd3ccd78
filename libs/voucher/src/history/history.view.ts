import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';
import { SERVICE_LIFE, type ServiceEvent, type ServiceState } from '../service/service.js';
import { VOUCHER_LIFE, type VoucherEvent } from '../voucher/voucher.js';
import { ledgerOf, type VoucherRow } from '../voucher/voucher.query.js';
import { viewVoucher } from '../listing/listing.view.js';
import { offeredActions } from './action.rules.js';
import type { HappeningDto, VoucherPageDto, VoucherServiceDto } from './history.dto.js';
import type { AccountLineRow, HistoryRow, RelativeRow, ServiceRow } from './history.query.js';

export interface VoucherPage {
  readonly row: VoucherRow;
  readonly latestValidTo: LocalDate | null;
  /** Public money that was paid, stands and is not claimed back yet. */
  readonly claimableWon: Won;
  readonly services: readonly ServiceRow[];
  readonly history: readonly HistoryRow[];
  readonly lines: readonly AccountLineRow[];
  readonly relatives: readonly RelativeRow[];
}

export function viewPage({ row, latestValidTo, claimableWon, services, history, lines, relatives }: VoucherPage, on: LocalDate): VoucherPageDto {
  return {
    voucher: viewVoucher(row, on),
    latestValidTo,
    actions: offeredActions(ledgerOf(row), claimableWon, on).map(({ name, reason, ...offered }) => ({ ...offered, name: { ...name }, reason: reason === null ? null : { ...reason } })),
    services: services.map(viewService),
    history: history.map(viewHappening),
    lines: lines.map(({ postingKo, postingEn, ...line }) => ({ ...line, name: { ko: postingKo, en: postingEn } })),
    relatives: relatives.map((each) => ({ ...each })),
  };
}

/** The step that moves a service on, where it is under way. */
const NEXT: Readonly<Partial<Record<ServiceState, ServiceEvent>>> = { CONTRACTED: 'deliver', DELIVERED: 'accept', ACCEPTED: 'inspect', INSPECTED: 'claim', CLAIMED: 'capture', CAPTURED: 'pay' };

function viewService(service: ServiceRow): VoucherServiceDto {
  const next = NEXT[service.state];
  return { ...service, stateName: { ...SERVICE_LIFE.states[service.state] }, next: next === undefined ? null : { ...SERVICE_LIFE.events[next] } };
}

const OTHER_EVENTS: Readonly<Record<string, Bilingual>> = {
  contract: { ko: '서비스계약', en: 'contract' },
  deposit: { ko: '자부담금 납입', en: 'own money paid in' },
  return: { ko: '자부담금 반환', en: 'own money returned' },
  refund: { ko: '환불', en: 'refund' },
  decide: { ko: '환수 결정', en: 'clawback decided' },
  RECEIVED: { ko: '환수금 수납', en: 'clawback received' },
  OFFSET: { ko: '환수금 상계', en: 'clawback set off' },
  WRITTEN_OFF: { ko: '환수금 결손처분', en: 'clawback written off' },
  SURCHARGED: { ko: '가산금 부과', en: 'surcharge' },
  REVERSED: { ko: '환수금 수납 취소', en: 'receipt of a clawback reversed' },
};

function viewHappening({ actorLogin: _login, at, ...row }: HistoryRow): HappeningDto {
  return { ...row, at: at.toISOString(), name: { ...nameOf(row) } };
}

function nameOf({ kind, event }: Pick<HistoryRow, 'kind' | 'event'>): Bilingual {
  if (kind === 'VOUCHER') return VOUCHER_LIFE.events[event as VoucherEvent];
  const step = kind === 'SERVICE' ? SERVICE_LIFE.events[event as ServiceEvent] : undefined;
  return step ?? OTHER_EVENTS[event] ?? { ko: event, en: event };
}
