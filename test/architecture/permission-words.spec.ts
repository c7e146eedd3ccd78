import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '#libs/access';
import { INSTALLED_COMMANDS } from '../../apps/api/src/installation/commands.data.js';
import { apiTokens as english } from '../../apps/web/src/i18n/en/integration.js';
import { apiTokens as korean } from '../../apps/web/src/i18n/ko/integration.js';

const isCommand = (permission: string): boolean => permission in INSTALLED_COMMANDS;

describe('what people call a permission', () => {
  it('stands for every permission: as the title of its command, or among the words of the web', () => {
    for (const words of [korean.permissions, english.permissions]) {
      expect(Object.keys(PERMISSIONS).filter((permission) => !isCommand(permission) && !(permission in words))).toEqual([]);
    }
  });

  it('is said once: no command has a second name in the web', () => {
    expect(Object.keys(korean.permissions).filter(isCommand)).toEqual([]);
  });
});
