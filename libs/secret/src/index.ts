export type { BlindIndexColumns, EncryptedColumn } from './encrypted-column.js';
export { addKey, keyringOf, openKeyFile } from './key-file.js';
export { Keyring } from './keyring.js';
export type { MasterKeys } from './keyring.js';
export { SecretModule } from './secret.module.js';
