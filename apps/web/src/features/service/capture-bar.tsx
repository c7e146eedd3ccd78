import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Tag } from '../../design/tag.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { captureServices, type CaptureOutcomes, type Service } from './service.requests.js';
import styles from './service.module.css';
import { fullNumber } from './services-table.js';

interface Props {
  readonly yearId: string;
  /** Claims that may be decided on. */
  readonly decidable: readonly Service[];
  readonly ticked: readonly Service[];
  readonly onTick: (ids: readonly string[]) => void;
}

const LOOKS = { CAPTURED: 'success', REFUSED: 'danger', WAITING: 'information' } as const;

/** Decides on the ticked claims at once, and tells of each what came of it. */
export function CaptureBar({ yearId, decidable, ticked, onTick }: Props): ReactElement | null {
  const { t } = useTranslation();
  const intent = useIntent();
  const [told, setTold] = useState<{ readonly outcomes: CaptureOutcomes; readonly services: readonly Service[] } | null>(null);
  const capture = useWrite({
    mutationFn: (ids: readonly string[]) => captureServices(yearId, ids, intent.headersFor(ids)),
    onSuccess: async (outcomes) => {
      intent.done();
      setTold({ outcomes, services: ticked });
      onTick([]);
      await refreshYear(yearId);
    },
  });
  const close = told !== null && <OutcomesDialog outcomes={told.outcomes} services={told.services} onClose={() => setTold(null)} />;
  if (decidable.length === 0) return close === false ? null : close;
  return (
    <div className={styles['selection']} role="region" aria-label={t('voucherService.captureMany')}>
      <Button small tone="quiet" onPress={() => onTick(ticked.length === decidable.length ? [] : decidable.map(({ id }) => id))}>
        {ticked.length === decidable.length ? t('voucherService.untickAll') : t('voucherService.tickAll', { count: decidable.length })}
      </Button>
      {ticked.length > 0 && (
        <>
          <strong>{t('voucherService.ticked', { count: ticked.length, amount: formatWon(sumWon(ticked.flatMap(({ governmentWon, selfWon }) => [governmentWon, selfWon]))) })}</strong>
          <Button small tone="primary" icon="check" pending={capture.isPending} onPress={() => capture.mutate(ticked.map(({ id }) => id))}>
            {t('voucherService.captureTicked', { count: ticked.length })}
          </Button>
        </>
      )}
      <ProblemCallout error={capture.error} />
      {close}
    </div>
  );
}

function OutcomesDialog({ outcomes: { outcomes, captured, totalWon }, services, onClose }: { readonly outcomes: CaptureOutcomes; readonly services: readonly Service[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const serviceOf = (id: string): Service | undefined => services.find((each) => each.id === id);
  const rows = [...outcomes].sort((one, other) => Number(one.outcome === 'CAPTURED') - Number(other.outcome === 'CAPTURED'));
  return (
    <Dialog title={t('voucherService.outcomes', { captured, count: outcomes.length })} open onClose={onClose} wide>
      <Stack>
        <PlainTable
          label={t('voucherService.captureMany')}
          rows={rows}
          rowKey={({ serviceId }) => serviceId}
          columns={[
            { header: t('voucherService.number'), cell: ({ serviceId }) => numberOf(serviceOf(serviceId)) },
            { header: t('voucherService.company'), wrap: true, cell: ({ serviceId }) => serviceOf(serviceId)?.company ?? '' },
            { header: t('voucherService.outcome'), cell: ({ outcome }) => <Tag tone={LOOKS[outcome]}>{t(`voucherService.outcomeIs.${outcome}`)}</Tag> },
            { header: t('voucherService.owed'), align: 'right', cell: ({ publicWon, ownWon }) => (publicWon === null ? '' : formatWon(BigInt(publicWon) + BigInt(ownWon ?? '0'))) },
            { header: t('voucherService.why'), wrap: true, cell: ({ text }) => (text === null ? '' : say(text)) },
          ]}
          totals={[t('table.total'), '', '', formatWon(totalWon), '']}
        />
        <p className={styles['note']}>{t('voucherService.outcomesNext')}</p>
        <DialogActions>
          <Button tone="primary" autoFocus onPress={onClose}>
            {t('common.close')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}

const numberOf = (service: Service | undefined): string => (service === undefined ? '' : fullNumber(service));
