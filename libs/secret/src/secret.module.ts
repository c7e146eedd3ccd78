import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Keyring } from './keyring.js';

@Global()
@Module({})
export class SecretModule {
  static forRoot(keyring: Keyring): DynamicModule {
    return { module: SecretModule, providers: [{ provide: Keyring, useValue: keyring }], exports: [Keyring] };
  }
}
