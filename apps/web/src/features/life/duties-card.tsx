import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { FulfilDialog } from './fulfil-dialog.js';
import { useFundDuties, type FundDuty } from './life.requests.js';

const TONES = { OVERDUE: 'danger', DUE: 'neutral', DONE: 'success' } as const;

/** What the law and the partners ask of the fund next, and what of it is late. */
export function DutiesCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const { point, isNow } = useTimePoint();
  const may = usePermissions();
  const [withDone, setWithDone] = useState(false);
  const [doing, setDoing] = useState<FundDuty | null>(null);
  const query = useFundDuties(fundId, point);
  const toggle = (
    <Toggle selected={withDone} onChange={setWithDone}>
      {t('fundDuty.showDone')}
    </Toggle>
  );
  return (
    <Card title={t('fundDuty.title')} actions={toggle}>
      <Loaded query={query}>
        {(duties) => <DutyTable duties={duties.filter(({ state }) => withDone || state !== 'DONE')} onFulfil={isNow && may('fund-duty.fulfil') ? setDoing : null} />}
      </Loaded>
      {doing !== null && <FulfilDialog fundId={fundId} duty={doing} onClose={() => setDoing(null)} />}
    </Card>
  );
}

function DutyTable({ duties, onFulfil }: { readonly duties: readonly FundDuty[]; readonly onFulfil: ((duty: FundDuty) => void) | null }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  if (duties.length === 0) return <Empty>{t('fundDuty.none')}</Empty>;
  return (
    <PlainTable
      label={t('fundDuty.title')}
      rows={duties}
      rowKey={({ duty }) => duty}
      columns={[
        { header: t('fundDuty.dueOn'), cell: ({ dueOn }) => dueOn },
        { header: t('fundDuty.duty'), cell: ({ title }) => say(title), wrap: true },
        { header: t('fundDuty.state'), cell: ({ state, doneOn }) => <Tag tone={TONES[state]}>{doneOn === null ? term('dutyState', state) : `${term('dutyState', state)} ${formatOfficialDate(doneOn)}`}</Tag> },
        { header: t('fundDuty.clause'), cell: ({ clause }) => clause, wrap: true },
        ...(onFulfil === null
          ? []
          : [
              {
                header: '',
                align: 'right' as const,
                cell: (duty: FundDuty) =>
                  duty.state !== 'DONE' && (
                    <Button small tone="quiet" onPress={() => onFulfil(duty)}>
                      {t('fundDuty.fulfil')}
                    </Button>
                  ),
              },
            ]),
      ]}
    />
  );
}
