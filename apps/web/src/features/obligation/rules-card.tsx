import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import type { Fund } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { refreshFund } from '../fund/refresh-fund.js';
import type { TimePoint } from '../fund/time-point.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { MandateDialog } from './mandate-dialog.js';
import styles from './obligation.module.css';
import { endMandate, useRules, type StoredRule } from './obligation.requests.js';

/** Every wording of the fund's own rules, and what may be done about the last one of each. */
export function RulesCard({ fund, point }: { readonly fund: Fund; readonly point: TimePoint }): ReactElement {
  const { t } = useTranslation();
  const query = useRules(fund.id, point);
  const [rewording, setRewording] = useState<StoredRule | null>(null);
  const [ending, setEnding] = useState<StoredRule | null>(null);
  return (
    <Card title={t('mandate.history')} flush>
      <Loaded query={query}>{(rules) => <RulesTable rules={rules} onReword={setRewording} onEnd={setEnding} />}</Loaded>
      {rewording !== null && <MandateDialog fund={fund} rule={rewording} onClose={() => setRewording(null)} />}
      {ending !== null && <EndDialog fundId={fund.id} rule={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

interface TableProps {
  readonly rules: readonly StoredRule[];
  readonly onReword: (rule: StoredRule) => void;
  readonly onEnd: (rule: StoredRule) => void;
}

function RulesTable({ rules, onReword, onEnd }: TableProps): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const may = usePermissions();
  if (rules.length === 0) {
    return (
      <Empty>
        <p>{t('mandate.noHistory')}</p>
      </Empty>
    );
  }
  const isLast = (rule: StoredRule): boolean => rule.endedOn === null && rules.every((other) => other.id !== rule.id || other.number <= rule.number);
  return (
    <PlainTable
      label={t('mandate.history')}
      rows={rules}
      rowKey={({ version }) => version}
      columns={[
        { header: t('mandate.rule'), wrap: true, cell: (rule) => <span className={styles['what']}>{say(rule.name)}<small>{say(rule.countsInWords)}</small></span> },
        { header: t('mandate.version'), align: 'right', cell: ({ number }) => number },
        { header: t('mandate.howMuch'), wrap: true, cell: (rule) => `${term('mandateBasis', rule.denominator)} ${formatBasisPoints(rule.ratioBasisPoints)}%` },
        { header: t('mandate.when'), cell: (rule) => rule.deadlineOn ?? rule.milestones.at(-1)?.on ?? t('mandate.atOnce') },
        { header: t('mandate.effectiveFrom'), cell: ({ effectiveFrom }) => effectiveFrom },
        { header: t('mandate.endedOn'), cell: ({ endedOn }) => endedOn ?? '–' },
        { header: t('mandate.clause'), wrap: true, cell: ({ clause, source }) => `${clause} (${term('source', source)})` },
        {
          header: '',
          cell: (rule) =>
            isLast(rule) && (
              <span className={styles['side']}>
                {may('mandate.decide') && (
                  <Button small onPress={() => onReword(rule)}>
                    {t('mandate.reword')}
                  </Button>
                )}
                {may('mandate.end') && (
                  <Button small tone="quiet" onPress={() => onEnd(rule)}>
                    {t('mandate.end')}
                  </Button>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}

function EndDialog({ fundId, rule, onClose }: { readonly fundId: string; readonly rule: StoredRule; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const intent = useIntent();
  const [endedOn, setEndedOn] = useState(todayInSeoul());
  const [reason, setReason] = useState('');
  const body = { endedOn: parseDateInput(endedOn) ?? '', reason: reason.trim() };
  const write = useWrite({
    mutationFn: () => endMandate(rule.id, body, intent.headersFor(body)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(fundId);
      onClose();
    },
  });
  return (
    <Dialog title={`${t('mandate.endTitle')}: ${say(rule.name)}`} open onClose={onClose}>
      <Stack>
        <p>{t('mandate.endLead')}</p>
        <DateField label={t('mandate.endedOn')} name="endedOn" value={endedOn} onChange={setEndedOn} />
        <TextAreaField label={t('mandate.reason')} name="reason" value={reason} onChange={setReason} maxLength={500} />
        <Refusal error={write.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="danger" pending={write.isPending} disabled={body.endedOn === '' || body.reason === ''} onPress={() => write.mutate(undefined)}>
            {t('mandate.end')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
