import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link, type To } from 'react-router';
import styles from './button.module.css';
import { classes } from './classes.js';
import { Icon, type IconName } from './icon.js';
import { Spinner } from './spinner.js';

export type ButtonTone = 'primary' | 'secondary' | 'tertiary' | 'quiet' | 'danger';

interface Look {
  readonly tone?: ButtonTone;
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

interface Props extends Look {
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** Under way: shows it, and does not take a second press. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

export function Button({ tone = 'tertiary', small = false, icon, children, onPress, type = 'button', pending = false, disabled = false, autoFocus = false }: Props): ReactElement {
  return (
    <AriaButton type={type} isPending={pending} isDisabled={disabled} autoFocus={autoFocus} className={look(tone, small)} {...(onPress === undefined ? {} : { onPress })}>
      {pending ? <Spinner /> : icon !== undefined && <Icon name={icon} size={small ? 16 : 18} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly small?: boolean;
  readonly onPress?: () => void;
  readonly slot?: string;
}

/** A button whose drawing everybody knows; its name is read out and shown as a tooltip. */
export function IconButton({ icon, label, small = false, onPress, slot }: IconButtonProps): ReactElement {
  return (
    <AriaButton
      aria-label={label}
      className={classes(look('quiet', small), styles['icon-only'])}
      render={(props) => <button {...props} title={label} />}
      {...(onPress === undefined ? {} : { onPress })}
      {...(slot === undefined ? {} : { slot })}
    >
      <Icon name={icon} size={small ? 16 : 20} />
    </AriaButton>
  );
}

/** A link that looks like a button: it goes somewhere, so it can be opened in another tab. */
export function LinkButton({ tone = 'tertiary', small = false, icon, children, to }: Look & { readonly to: To }): ReactElement {
  return (
    <Link to={to} className={look(tone, small)}>
      {icon !== undefined && <Icon name={icon} size={small ? 16 : 18} />}
      {children}
    </Link>
  );
}

function look(tone: ButtonTone, small: boolean): string {
  return classes(styles['button'], styles[tone], small && styles['small']);
}
