import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ACCESS_OPTIONS, type AccessOptions } from './access.options.js';
import { GrantController } from './grant/grant.controller.js';
import { GrantService } from './grant/grant.service.js';
import { ApiTokenController } from './api-token/api-token.controller.js';
import { ApiTokenService } from './api-token/api-token.service.js';
import { TokenBearerService } from './api-token/token-bearer.service.js';
import { AccessGuard } from './guard/access.guard.js';
import { CommandLogController } from './log/command-log.controller.js';
import { AccessLogInterceptor } from './log/access-log.interceptor.js';
import { AccessLog } from './log/access-log.js';
import { OidcService } from './provider/oidc.service.js';
import { ProviderController } from './provider/provider.controller.js';
import { ProviderLinkController } from './provider/provider-link.controller.js';
import { ProviderLinkService } from './provider/provider-link.service.js';
import { ProviderRoundService } from './provider/provider-round.service.js';
import { IDENTITY_CONTROLLERS, IDENTITY_PROVIDERS } from './identity.registry.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { ThrottleService } from './throttle/throttle.service.js';
import { UserController } from './user/user.controller.js';
import { UserService } from './user/user.service.js';

/** People, sessions and permissions, with the guard before every route. The application registers @fastify/cookie. */
@Module({})
export class AccessModule {
  static forRoot(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [...IDENTITY_CONTROLLERS, SessionController, UserController, GrantController, CommandLogController, ApiTokenController, ProviderController, ProviderLinkController],
      providers: [
        { provide: ACCESS_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
        ...IDENTITY_PROVIDERS,
        AccessLog,
        ApiTokenService,
        OidcService,
        ProviderLinkService,
        ProviderRoundService,
        ThrottleService,
        TokenBearerService,
        SessionService,
        SignInService,
        UserService,
        GrantService,
      ],
      exports: [AccessLog],
    };
  }
}
