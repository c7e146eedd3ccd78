import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { useAuditQuery } from './audit-query.js';
import { usePacks, type PackFormat, type PackSummary } from './audit.requests.js';
import { DownloadPackDialog } from './download-pack-dialog.js';
import { FilterBar } from './filter-bar.js';
import styles from './packs-page.module.css';

const FORMATS: readonly PackFormat[] = ['xlsx', 'pdf'];

interface Wanted {
  readonly pack: PackSummary;
  readonly format: PackFormat;
}

/** The twelve recurring requests: open one, or take it away at once. */
export function PacksPage(): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const { search } = useAuditQuery();
  const query = usePacks();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <FilterBar />
      <Loaded query={query}>
        {(packs) => (
          <ol className={styles['packs']}>
            {packs.map((pack) => (
              <li key={pack.code} className={styles['pack']}>
                <p className={styles['ordinal']} aria-hidden="true">
                  {pack.ordinal}
                </p>
                <div className={styles['words']}>
                  <h2>{say(pack.title)}</h2>
                  <p>{say(pack.question)}</p>
                  <p className={styles['basis']}>{pack.basis}</p>
                </div>
                <div className={styles['actions']}>
                  <LinkButton small tone="secondary" to={`/audit/packs/${pack.code}${search}`}>
                    {t('audit.show')}
                  </LinkButton>
                  {may('audit-pack.download') &&
                    FORMATS.map((format) => (
                      <Button key={format} small icon="download" onPress={() => setWanted({ pack, format })}>
                        {t(`audit.${format}`)}
                      </Button>
                    ))}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      {wanted !== null && <DownloadPackDialog code={wanted.pack.code} title={say(wanted.pack.title)} format={wanted.format} onClose={() => setWanted(null)} />}
    </Page>
  );
}
