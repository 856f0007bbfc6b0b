import { create } from 'zustand';
import { attempt } from './problems.ts';

/** Whether the demo service can be reached, as it was settled last; it can when Colodesk starts. */
export const useDemoNetwork = create<{ readonly isConnected: boolean }>(() => ({ isConnected: true }));

/** Takes the demo service's network away or gives it back; the switch moves when that is done. */
export async function setDemoNetwork(isConnected: boolean): Promise<void> {
  if (await attempt(window.desk.demo.setNetwork({ isConnected }))) useDemoNetwork.setState({ isConnected });
}
