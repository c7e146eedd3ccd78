import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../app/brand.js';
import { LanguageButton } from '../../app/language-button.js';
import { Button } from '../../design/button.js';
import { ProviderButton } from './provider-button.js';
import { RedeemForm } from './redeem-form.js';
import { SignInForm } from './sign-in-form.js';
import styles from './sign-in-page.module.css';

export function SignInPage(): ReactElement {
  const { t } = useTranslation();
  const [redeeming, setRedeeming] = useState(false);
  return (
    <main className={styles['page']}>
      <title>{`${t('session.title')} · ${t('common.product')}`}</title>
      <section className={styles['side']}>
        <div className={styles['mark']}>
          <Brand inverse />
        </div>
        <h2>{t('session.lead')}</h2>
        <p>{t('session.promise')}</p>
      </section>
      <section className={styles['form']}>
        <div className={styles['top']}>
          <h1>{t(redeeming ? 'redeem.title' : 'session.title')}</h1>
          <LanguageButton />
        </div>
        {redeeming ? (
          <RedeemForm onBack={() => setRedeeming(false)} />
        ) : (
          <>
            <SignInForm />
            <ProviderButton />
            <Button small tone="quiet" onPress={() => setRedeeming(true)}>
              {t('redeem.open')}
            </Button>
          </>
        )}
      </section>
    </main>
  );
}
