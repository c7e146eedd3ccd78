import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Tag } from '../../design/tag.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { ReportBlockView } from '../report/report-block.js';
import { usePermissions } from '../session/use-session.js';
import { useAuditQuery } from './audit-query.js';
import { unmaskPack, usePack, usePacks, type PackFormat, type PackModel, type PackRequest } from './audit.requests.js';
import { DownloadPackDialog } from './download-pack-dialog.js';
import { FilterBar } from './filter-bar.js';
import styles from './pack-page.module.css';

const FORMATS: readonly PackFormat[] = ['xlsx', 'pdf'];

/** One request with its lists; hidden at first, readable for a reason. */
export function PackPage(): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const { code = '' } = useParams();
  const { point, filter } = useAuditQuery();
  const request: PackRequest = { ...point, ...filter };
  const query = usePack(code, request);
  const summary = usePacks().data?.find((pack) => pack.code === code);
  const [format, setFormat] = useState<PackFormat | null>(null);
  const title = summary === undefined ? t('audit.title') : say(summary.title);
  return (
    <Page
      title={title}
      lead={summary === undefined ? undefined : say(summary.question)}
      actions={
        may('audit-pack.download') &&
        FORMATS.map((each) => (
          <Button key={each} tone={each === 'pdf' ? 'primary' : 'tertiary'} icon="download" onPress={() => setFormat(each)}>
            {t(`audit.${each}`)}
          </Button>
        ))
      }
    >
      <FilterBar />
      {query.isPending ? (
        <Card>
          <p role="status">{t('audit.making')}</p>
        </Card>
      ) : (
        <Loaded query={query}>{(model) => <Unmaskable key={JSON.stringify(request)} code={code} request={request} hidden={model} />}</Loaded>
      )}
      {format !== null && <DownloadPackDialog code={code} title={title} format={format} onClose={() => setFormat(null)} />}
    </Page>
  );
}

interface UnmaskableProps {
  readonly code: string;
  readonly request: PackRequest;
  readonly hidden: PackModel;
}

/** What was made readable is forgotten with the page: the reason was for this look. */
function Unmaskable({ code, request, hidden }: UnmaskableProps): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [shown, setShown] = useState<PackModel | null>(null);
  const [asking, setAsking] = useState(false);
  const model = shown ?? hidden;
  return (
    <>
      <div className={styles['mask']}>
        <Tag tone={model.meta.redacted ? 'information' : 'warning'} icon={model.meta.redacted ? 'check' : 'warning'} large>
          {model.meta.redacted ? t('audit.redacted') : t('audit.unredacted')}
        </Tag>
        {shown !== null && (
          <Button small onPress={() => setShown(null)}>
            {t('audit.mask')}
          </Button>
        )}
        {shown === null && may('audit-pack.unmask') && (
          <Button small onPress={() => setAsking(true)}>
            {t('audit.unmask')}
          </Button>
        )}
      </div>
      <Pack model={model} />
      {asking && (
        <ReasonDialog
          title={t('audit.unmask')}
          label={t('audit.reason')}
          hint={t('audit.reasonHint')}
          missing={t('audit.missingReason')}
          action={t('audit.unmask')}
          run={async (reason) => setShown(await unmaskPack(code, request, reason))}
          onClose={() => setAsking(false)}
        >
          <Callout tone="warning">{t('audit.unmaskLead')}</Callout>
        </ReasonDialog>
      )}
    </>
  );
}

function Pack({ model: { meta, sections } }: { readonly model: PackModel }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <article className={styles['paper']}>
      <Facts
        columns
        facts={[
          { label: t('audit.number'), value: meta.number },
          { label: t('audit.scope'), value: say(meta.scope) },
          { label: t('audit.asOf'), value: formatOfficialDate(meta.asOf) },
          { label: t('audit.knownAt'), value: formatInstant(meta.knownBefore) },
          { label: t('audit.period'), value: `${formatOfficialDate(meta.from)} ~ ${formatOfficialDate(meta.to)}` },
          { label: t('audit.generatedAt'), value: formatInstant(meta.generatedAt) },
          { label: t('audit.fingerprint'), value: <span className={styles['hash']}>{meta.dataSha256}</span> },
        ]}
      />
      {sections.map((section) => (
        <section key={section.id} id={section.id} className={styles['section']}>
          <h2>{say(section.title)}</h2>
          {section.blocks.map((block, position) => (
            <ReportBlockView key={position} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}
