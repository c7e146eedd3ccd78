import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Tone } from '../../design/callout.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { Service } from './service.requests.js';
import styles from './service.module.css';

const TONES: Readonly<Record<string, Tone | 'neutral'>> = { CLAIMED: 'warning', CAPTURED: 'information', PAID: 'success' };

export interface Ticks {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Those that can be ticked: what would be refused is not offered. */
  readonly offered: ReadonlySet<string>;
}

interface Props {
  readonly rows: readonly Service[];
  readonly ticks: Ticks | null;
  readonly onOpen: (service: Service) => void;
}

export function ServicesTable({ rows, ticks, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const columns = useServiceColumns(ticks);
  return <DataTable label={t('voucherService.title')} columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={onOpen} rowTone={toneOf} empty={t('voucherService.noneHere')} searched tall />;
}

function toneOf({ state, remarks }: Service): 'muted' | 'danger' | undefined {
  if (state === 'CANCELLED' || state === 'REFUNDED') return 'muted';
  return state === 'CLAIMED' && remarks.some(({ result }) => result === 'BLOCK') ? 'danger' : undefined;
}

export function ServiceStateTag({ state }: { readonly state: string }): ReactElement {
  const term = useTerm();
  return <Tag tone={TONES[state] ?? 'neutral'}>{term('serviceState', state)}</Tag>;
}

function useServiceColumns(ticks: Ticks | null): readonly Column<Service>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(() => {
    const columns: Column<Service>[] = [
      {
        id: 'number',
        header: t('voucherService.number'),
        kind: 'text',
        value: fullNumber,
        cell: (service) => (
          <Link to={{ search: `?service=${service.id}` }} tabIndex={-1}>
            {fullNumber(service)}
          </Link>
        ),
      },
      { id: 'company', header: t('voucherService.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'provider', header: t('voucherService.provider'), kind: 'text', text: 'wrap', value: ({ provider }) => provider },
      { id: 'name', header: t('voucherService.service'), kind: 'text', text: 'clip', value: ({ name }) => name },
      { id: 'state', header: t('voucherService.state'), kind: 'text', value: ({ state }) => term('serviceState', state), cell: ({ state }) => <ServiceStateTag state={state} /> },
      { id: 'remarks', header: t('voucherService.rules'), kind: 'text', value: ({ remarks }) => remarks.map(({ text }) => text.ko).join(' '), cell: (service) => <Remarks service={service} /> },
      { id: 'supply', header: t('voucherService.supply'), kind: 'won', value: ({ supplyWon }) => BigInt(supplyWon), total: true },
      { id: 'government', header: t('voucherService.government'), kind: 'won', value: ({ governmentWon }) => BigInt(governmentWon), total: true },
      { id: 'self', header: t('voucherService.self'), kind: 'won', value: ({ selfWon }) => BigInt(selfWon), total: true },
      { id: 'vat', header: t('voucherService.vat'), kind: 'won', value: ({ vatWon }) => BigInt(vatWon), total: true },
      { id: 'since', header: t('voucherService.since'), kind: 'date', value: ({ sinceOn }) => sinceOn },
      { id: 'claimedBy', header: t('voucherService.claimedBy'), kind: 'text', value: ({ claimedBy }) => claimedBy },
      { id: 'invoice', header: t('voucherService.invoice'), kind: 'text', value: ({ invoiceNumber }) => invoiceNumber },
      { id: 'payment', header: t('voucherService.payment'), kind: 'text', value: ({ paymentNumber }) => paymentNumber },
      { id: 'due', header: t('voucherService.dueOn'), kind: 'date', value: ({ dueOn }) => dueOn },
    ];
    if (ticks === null) return columns;
    const tick: Column<Service> = {
      id: 'tick',
      header: t('voucherService.choose'),
      kind: 'text',
      value: () => null,
      cell: ({ id, number }) =>
        ticks.offered.has(id) ? <input type="checkbox" className={styles['check']} checked={ticks.ids.has(id)} onChange={() => ticks.toggle(id)} aria-label={t('voucherService.chooseOne', { number })} /> : null,
    };
    return [tick, ...columns];
  }, [t, term, ticks]);
}

/** A number of a roster does not name its voucher. */
export function fullNumber({ number, voucherNumber }: Pick<Service, 'number' | 'voucherNumber'>): string {
  return voucherNumber === null || number.startsWith(voucherNumber) ? number : `${voucherNumber} · ${number}`;
}

/** What a checker has to look at, shortest first: what stands in the way, then what is to be looked into. */
function Remarks({ service: { remarks, state } }: { readonly service: Service }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [blocking, warning] = (['BLOCK', 'WARN'] as const).map((result) => remarks.filter((each) => each.result === result));
  const told = (list: typeof remarks | undefined): string => (list ?? []).map(({ text }) => say(text)).join('\n');
  if (remarks.length === 0) return state === 'CLAIMED' ? <Tag tone="success" icon="check">{t('voucherService.clear')}</Tag> : <>–</>;
  return (
    <span className={styles['tags']}>
      {blocking !== undefined && blocking.length > 0 && (
        <span title={told(blocking)}>
          <Tag tone="danger" icon="block">
            {t('voucherService.blocked', { count: blocking.length })}
          </Tag>
        </span>
      )}
      {warning !== undefined && warning.length > 0 && (
        <span title={told(warning)}>
          <Tag tone="warning" icon="warning">
            {t('voucherService.warned', { count: warning.length })}
          </Tag>
        </span>
      )}
    </span>
  );
}
