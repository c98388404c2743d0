import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Starting } from '../ui/starting.tsx';
import { useFont } from '../ui/use-font.ts';
import { useMirror } from './mirror.ts';
import { Pages } from './navigation.tsx';
import { NewVersion } from './settings/new-version.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { Surroundings } from './surroundings.tsx';
import { resetView } from './view.ts';
import './manager.css';

/** Shows the manager's pages, or the sign-in before them. */
export function Manager() {
  const session = useMirror((mirror) => mirror.session);
  const locale = useMirror((mirror) => mirror.environment.locale);
  useFont(useMirror((mirror) => mirror.settings.font));
  const [prefixRemoved, setPrefixRemoved] = useState(false);
  useEffect(() => {
    if (session.kind === 'signed-out') resetView();
  }, [session.kind]);
  if (session.kind === 'restoring') return <Starting />;
  return (
    <I18nProvider locale={locale}>
      {session.kind === 'signed-in' ? (
        <Pages
          session={session}
          prefixRemoved={prefixRemoved}
          onDismissPrefix={() => setPrefixRemoved(false)}
        />
      ) : (
        <div className="before-sign-in">
          <Surroundings />
          <NewVersion />
          <SignInPage session={session} onSignedIn={setPrefixRemoved} />
        </div>
      )}
    </I18nProvider>
  );
}
