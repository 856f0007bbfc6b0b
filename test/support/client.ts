import type { TokenSource } from '../../electron/api/account-http.ts';
import { ApiClient } from '../../electron/api/client.ts';
import { Http, type HttpOptions } from '../../electron/api/http.ts';
import { requestAccounts, requestToken } from '../../electron/api/sign-in.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoService } from '../../electron/demo/service.ts';

/** Signs in to the service and returns the API client of its first account. */
export async function clientOf(service: DemoService, options: Partial<HttpOptions> = {}): Promise<ApiClient> {
  const ordinary = { baseUrl: () => Promise.resolve(service.baseUrl), fetch };
  const signIn = new Http(ordinary);
  const { accessToken } = await requestToken(signIn, singleAccountCredentials);
  const [account] = await requestAccounts(signIn, accessToken);
  if (!account) throw new Error('the service lists no account');
  const tokens: TokenSource = {
    current: () => Promise.resolve(accessToken),
    renewed: async () => (await requestToken(signIn, singleAccountCredentials)).accessToken,
  };
  return new ApiClient(new Http({ ...ordinary, ...options }), tokens, account);
}
