-- Made from the product by `node scripts/make-sql-docs.ts`; change it there. How to use it: docs/scale.md
-- 1. What you decide. Replace the views by tables or views of your own with the same columns.

-- careful, or strict: every hard bounce goes
CREATE VIEW judging AS SELECT 'careful' AS policy;

-- Addresses and domains that stay, whatever happens; small letters.
CREATE VIEW never_remove AS
  SELECT s.entry FROM (SELECT 'nobody@company.example' AS entry) s WHERE 1 = 0;

-- Your own verdict for an address (small letters): remove, review, watch or keep.
CREATE VIEW overrides AS
  SELECT s.address, s.verdict FROM (SELECT 'nobody@company.example' AS address, 'keep' AS verdict) s WHERE 1 = 0;

-- What the product knows of mailbox providers: what fails there is no fault of a whole company.
-- Their domains; a brand's beginning (yahoo. with one or two labels behind it); a parent's end, with one label before it.
CREATE VIEW provider_domains AS
  SELECT '126.com' AS domain UNION ALL
  SELECT '163.com' UNION ALL
  SELECT '188.com' UNION ALL
  SELECT 'aim.com' UNION ALL
  SELECT 'alice.it' UNION ALL
  SELECT 'aliceadsl.fr' UNION ALL
  SELECT 'ameritech.net' UNION ALL
  SELECT 'att.net' UNION ALL
  SELECT 'au.com' UNION ALL
  SELECT 'autorambler.ru' UNION ALL
  SELECT 'bellsouth.net' UNION ALL
  SELECT 'bk.ru' UNION ALL
  SELECT 'blu.it' UNION ALL
  SELECT 'brighthouse.com' UNION ALL
  SELECT 'caramail.com' UNION ALL
  SELECT 'cegetel.net' UNION ALL
  SELECT 'charter.net' UNION ALL
  SELECT 'club-internet.fr' UNION ALL
  SELECT 'comcast.net' UNION ALL
  SELECT 'cox.net' UNION ALL
  SELECT 'disney.ne.jp' UNION ALL
  SELECT 'docomo.ne.jp' UNION ALL
  SELECT 'email.com' UNION ALL
  SELECT 'email.cz' UNION ALL
  SELECT 'email.de' UNION ALL
  SELECT 'ezweb.ne.jp' UNION ALL
  SELECT 'flash.net' UNION ALL
  SELECT 'foxmail.com' UNION ALL
  SELECT 'free.fr' UNION ALL
  SELECT 'frontier.com' UNION ALL
  SELECT 'frontiernet.net' UNION ALL
  SELECT 'giallo.it' UNION ALL
  SELECT 'gmail.com' UNION ALL
  SELECT 'googlegroups.com' UNION ALL
  SELECT 'googlemail.com' UNION ALL
  SELECT 'i.softbank.jp' UNION ALL
  SELECT 'icloud.com' UNION ALL
  SELECT 'inbox.ru' UNION ALL
  SELECT 'internet.ru' UNION ALL
  SELECT 'inwind.it' UNION ALL
  SELECT 'iol.it' UNION ALL
  SELECT 'laposte.net' UNION ALL
  SELECT 'lenta.ru' UNION ALL
  SELECT 'libero.it' UNION ALL
  SELECT 'libertysurf.fr' UNION ALL
  SELECT 'list.ru' UNION ALL
  SELECT 'mac.com' UNION ALL
  SELECT 'magenta.de' UNION ALL
  SELECT 'mail.com' UNION ALL
  SELECT 'mail.ru' UNION ALL
  SELECT 'me.com' UNION ALL
  SELECT 'msn.com' UNION ALL
  SELECT 'myrambler.ru' UNION ALL
  SELECT 'narod.ru' UNION ALL
  SELECT 'netscape.net' UNION ALL
  SELECT 'neuf.fr' UNION ALL
  SELECT 'nvbell.net' UNION ALL
  SELECT 'online.de' UNION ALL
  SELECT 'orange.fr' UNION ALL
  SELECT 'pacbell.net' UNION ALL
  SELECT 'passport.com' UNION ALL
  SELECT 'pm.me' UNION ALL
  SELECT 'post.cz' UNION ALL
  SELECT 'privaterelay.appleid.com' UNION ALL
  SELECT 'prodigy.net' UNION ALL
  SELECT 'proton.me' UNION ALL
  SELECT 'protonmail.ch' UNION ALL
  SELECT 'protonmail.com' UNION ALL
  SELECT 'qq.com' UNION ALL
  SELECT 'rambler.ru' UNION ALL
  SELECT 'ro.ru' UNION ALL
  SELECT 'roadrunner.com' UNION ALL
  SELECT 'rocketmail.com' UNION ALL
  SELECT 'rogers.com' UNION ALL
  SELECT 'rr.com' UNION ALL
  SELECT 'sbcglobal.net' UNION ALL
  SELECT 'seznam.cz' UNION ALL
  SELECT 'sfr.fr' UNION ALL
  SELECT 'sky.com' UNION ALL
  SELECT 'snet.net' UNION ALL
  SELECT 'softbank.ne.jp' UNION ALL
  SELECT 'spectrum.net' UNION ALL
  SELECT 'spoluzaci.cz' UNION ALL
  SELECT 'swbell.net' UNION ALL
  SELECT 't-online.com' UNION ALL
  SELECT 't-online.de' UNION ALL
  SELECT 'tim.it' UNION ALL
  SELECT 'tin.it' UNION ALL
  SELECT 'twc.com' UNION ALL
  SELECT 'uqmobile.jp' UNION ALL
  SELECT 'verizon.net' UNION ALL
  SELECT 'vip.126.com' UNION ALL
  SELECT 'vip.163.com' UNION ALL
  SELECT 'vip.qq.com' UNION ALL
  SELECT 'virgilio.it' UNION ALL
  SELECT 'vk.com' UNION ALL
  SELECT 'vodafone.ne.jp' UNION ALL
  SELECT 'voila.fr' UNION ALL
  SELECT 'wanadoo.fr' UNION ALL
  SELECT 'web.de' UNION ALL
  SELECT 'windowslive.com' UNION ALL
  SELECT 'xfinity.com' UNION ALL
  SELECT 'xmail.ru' UNION ALL
  SELECT 'ya.ru' UNION ALL
  SELECT 'yeah.net' UNION ALL
  SELECT 'ymail.com';
CREATE VIEW provider_brands AS
  SELECT 'aol.' AS beginning UNION ALL
  SELECT 'gmx.' UNION ALL
  SELECT 'hotmail.' UNION ALL
  SELECT 'live.' UNION ALL
  SELECT 'outlook.' UNION ALL
  SELECT 'yahoo.' UNION ALL
  SELECT 'yandex.';
CREATE VIEW provider_parents AS
  SELECT '.auone-net.jp' AS ending UNION ALL
  SELECT '.ezweb.ne.jp' UNION ALL
  SELECT '.rr.com' UNION ALL
  SELECT '.vodafone.ne.jp';
