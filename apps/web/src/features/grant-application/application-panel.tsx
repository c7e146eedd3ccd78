import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { Person } from '../../design/person.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { VerdictList } from '../rule/verdict-list.js';
import { ApplicationDeeds } from './application-deeds.js';
import { useApplication, type Application } from './grant-application.requests.js';

/** All about one application: who asks for what, what the rules and evaluators say, and what happened to it. */
export function ApplicationPanel({ callId, applicationId, onClose }: { readonly callId: string; readonly applicationId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const query = useApplication(callId, applicationId);
  return (
    <SidePanel title={query.data === undefined ? t('grantApplication.one') : `${query.data.number} ${query.data.title}`} open onClose={onClose}>
      <Loaded query={query}>
        {(application) => (
          <Stack>
            <ApplicationDeeds application={application} />
            <Project application={application} />
            {application.verdicts.length > 0 && (
              <Card title={t('grantApplication.rules')}>
                <VerdictList verdicts={application.verdicts} />
              </Card>
            )}
            <Judged application={application} />
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Project({ application }: { readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const given = (label: string, value: string | null): { label: string; value: string } | null => (value === null ? null : { label, value });
  return (
    <Card title={t('grantApplication.one')}>
      <Facts
        columns
        facts={[
          { label: t('grantApplication.period'), value: `${application.periodFrom} ~ ${application.periodTo}` },
          { label: t('grantApplication.receivedOn'), value: application.receivedOn },
          given(t('grantApplication.technology'), application.technology),
          given(t('grantApplication.subProgramme'), application.subProgramme),
          given(t('grantApplication.broker'), application.broker),
          given(t('grantApplication.notifiedOn'), application.notifiedOn),
          given(t('grantApplication.agreeBy'), application.agreeBy),
          given(t('grantApplication.reason'), application.reason),
        ]}
      />
      <PlainTable
        label={t('grantApplication.institutions')}
        rows={application.applicants}
        rowKey={({ partyId }) => partyId}
        columns={[
          { header: t('grantApplication.institution'), wrap: true, cell: ({ party, role }) => `${party} (${term('agreementRole', role)})` },
          { header: t('grantApplication.investigator'), cell: ({ investigator }) => investigator ?? '–' },
          { header: t('grantApplication.governmentWon'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
          { header: t('grantApplication.ownCashWon'), align: 'right', cell: ({ ownCashWon }) => formatWon(ownCashWon) },
          { header: t('grantApplication.ownInKindWon'), align: 'right', cell: ({ ownInKindWon }) => formatWon(ownInKindWon) },
        ]}
      />
    </Card>
  );
}

function Judged({ application: { evaluations, steps } }: { readonly application: Application }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      {evaluations.length > 0 && (
        <Card title={t('grantApplication.evaluations')}>
          <PlainTable
            label={t('grantApplication.evaluations')}
            rows={evaluations}
            rowKey={(_, index) => index}
            columns={[
              { header: t('grantApplication.evaluator'), cell: ({ evaluator }) => evaluator },
              { header: t('grantApplication.conflict'), wrap: true, cell: ({ conflicted, note }) => (conflicted ? (note ?? '') : t('grantApplication.declaredFree')) },
              { header: t('grantApplication.points'), align: 'right', cell: ({ score }) => score ?? '–' },
            ]}
          />
        </Card>
      )}
      <Card title={t('grantApplication.steps')}>
        <PlainTable
          label={t('grantApplication.steps')}
          rows={steps}
          rowKey={(_, index) => index}
          columns={[
            { header: t('grantApplication.step'), cell: ({ event }) => term('grantApplicationEvent', event) },
            { header: t('grantApplication.on'), cell: ({ happenedOn }) => happenedOn },
            { header: t('grantApplication.by'), cell: ({ by, byName }) => <Person name={byName} login={by} /> },
            { header: t('grantApplication.reason'), wrap: true, cell: ({ reason }) => reason ?? '' },
          ]}
        />
      </Card>
    </>
  );
}
