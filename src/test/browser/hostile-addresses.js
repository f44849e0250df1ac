// The addresses of HostileAddressesTest. After a change, run record-hostile-addresses.
// Odd characters are written as \u escapes only, so that a reader sees them.

// Honest addresses: each must be accepted, or refusing everything would pass the test.
const plain = [
  'https://app.example.com',
  'https://app.example.com/',
  'https://app.example.com?x=1',
  'https://app.example.com?',
  'https://app.example.com/?',
  'https://app.example.com#',
  'https://app.example.com/#',
  'https://app.example.com/?#',
  'https://app.example.com#top',
  'https://app.example.com/welcome',
  'https://app.example.com/welcome/',
  'https://app.example.com/welcome.html?from=menu&lang=zh_CN',
  'https://app.example.com/index.php/shop/item-42_a~b.html',
  'https://app.example.com/a/b/c/d/e/f/g/h/i/j',
  'https://app.example.com//double//slashes',
  'https://app.example.com/.well-known/x',
  'https://app.example.com/...',
  'https://app.example.com/a..b/.c./d.',
  'https://app.example.com/matrix;v=1;w=2/x',
  'https://app.example.com/@someone',
  'https://app.example.com/a:b/c,d/(e)/f!/g*/h\'/i$/j&k=l+m',
  'https://app.example.com/?mail=someone@example.org',
  'https://app.example.com/?next=https://other.example.org/a?b',
  'https://app.example.com/?next=https%3A%2F%2Fother.example.org%2Fa%3Fb%26c',
  'https://app.example.com/?a[0]=1&a[1]=2&b[c][d]=3',
  'https://app.example.com/?a%5B0%5D=1',
  'https://app.example.com/?a=1&a=2&&b&=c&d=&',
  'https://app.example.com/?a=b=c==',
  'https://app.example.com/?q=a+b%20c',
  'https://app.example.com/?q=it\'s',
  'https://app.example.com/?q="quoted"',
  'https://app.example.com/?q=1<2>0',
  'https://app.example.com/?q=(a)*!$,;:/?@-._~',
  'https://app.example.com/{id}/`x`/"y"/<z>',
  'https://app.example.com/a|b^c/d e',
  'https://app.example.com/?utm_term=a|b',
  'https://app.example.com/?a={b}&c=^d&e=`f`',
  'https://app.example.com/?q=a b&path=C:\\shop',
  'https://app.example.com/?off=100%&next=50%25%',
  'https://app.example.com/?%%41=%zz',
  'https://app.example.com/?a=b#/route/{id}|^`\\',
  'https://app.example.com/#a#b',
  'https://app.example.com/#/off 100%#',
  'https://app.example.com/?q=%EF%BF%BD',
  'https://app.example.com?\\@evil.org',
  'https://app.example.com?|@evil.org#\\@evil.org',
  'https://app.example.com#\\@evil.org',
  'https://app.example.com/#/route?x=1',
  'https://app.example.com/?a=1#/route?x=1&y=[2]',
  'https://app.example.com/#!/hashbang/path',
  'https://app.example.com/shop#wechat_redirect',
  'https://app.example.com/#it\'s-"<`>',
  'https://app.example.com/\u4e2d\u6587/\u8def\u5f84',
  'https://app.example.com/%E4%B8%AD%E6%96%87',
  'https://app.example.com/%e4%b8%ad?q=%e6%96%87',
  'https://app.example.com/?q=\u4f60\u597d&city=\u5e7f\u5dde',
  'https://app.example.com/#\u4f60\u597d',
  'https://app.example.com/\ud83d\ude00?e=\ud83d\ude00#\ud83d\ude00',
  'https://app.example.com/caf\u00e9',
  'https://app.example.com/100%25',
  'https://app.example.com/a%2Fb%3Fc%23d',
  'https://app.example.com:443/',
  'https://app.example.com:443?x',
  'https://APP.Example.COM/Path',
  'HTTPS://app.example.com/x',
  'HtTpS://app.example.com/x',
  'https://app.example.com:8443/x',
  'https://shop.app.example.com/x',
  'https://a.b.c.d.example.com/',
  'https://xn--fiqs8s.example.com/',
  'https://XN--Fiqs8S.example.com/',
  'https://a--b.example.com/',
  'https://1.example.com/',
  'https://0x1.example.com/',
  'https://3com.example.com/',
  'http://localhost:3000',
  'http://localhost:3000/',
  'http://localhost:3000/callback?x=1#y',
  'http://LOCALHOST:3000/',
  'http://shop.dev.example.com/',
  'http://shop.dev.example.com:80/',
  'http://192.0.2.7/',
  'http://192.0.2.7:80/x',
];

const hostile = [];
const add = (...addresses) => hostile.push(...addresses);

// user names and passwords
add(
  'https://app.example.com@evil.org/', 'https://app.example.com:443@evil.org/', 'https://app.example.com:x@evil.org',
  'https://evil.org@app.example.com/', 'https://user:password@app.example.com/', 'https://@app.example.com/',
  'https://:@app.example.com/', 'https://a@b@app.example.com/', 'https://app.example.com@@evil.org/',
  'https://app.example.com%40evil.org/', 'https://app.example.com%2f@evil.org/', 'https://app.example.com%00@evil.org',
  'https://app.example.com;@evil.org/', 'https://app.example.com&@evil.org/', 'https://app.example.com,@evil.org/',
  'https://app.example.com\uff20evil.org/', 'https://app.example.com\ufe6bevil.org/', 'https://evil.org;@app.example.com',
  'https://app.example.com\\@evil.org/', 'https://evil.org\\@app.example.com/', 'https://evil.org/@app.example.com/',
  'https://evil.org?@app.example.com/', 'https://evil.org#@app.example.com/', 'https://evil.org/x@app.example.com',
  'https://app.example.com?@evil.org/', 'https://app.example.com#@evil.org/', 'https://app.example.com/@evil.org/',
  'https://app.example.com/\\@evil.org', 'https://app.example.com:80@evil.org:443/', 'https://[app.example.com]@evil.org',
  'https://app.example.com:@evil.org/', 'https://app.example.com /@evil.org', 'https://app.example.com\t@evil.org',
);

// slashes and backslashes
add(
  'https:/app.example.com/', 'https:app.example.com/', 'https:///app.example.com/', 'https:////app.example.com/',
  'https:\\\\app.example.com/', 'https:\\app.example.com', 'https:/\\app.example.com/', 'https:\\/app.example.com/',
  'https://\\app.example.com', 'https://app.example.com\\', 'https://app.example.com\\evil.org', 'https://app.example.com\\.evil.org',
  'https://app.example.com/\\evil.org', 'https://app.example.com/a\\b', 'https://app.example.com/a\\..\\b',
  'https://app.example.com/?a=\\b', 'https://app.example.com/#\\b', 'https://evil.org\\app.example.com/',
  'https://evil.org\\.app.example.com/', 'https://evil.org/.app.example.com', 'https://evil.org/app.example.com',
  'https://evil.org//app.example.com', 'https://evil.org?.app.example.com', 'https://evil.org#.app.example.com',
  'https://evil.org;.app.example.com', 'https://evil.org&.example.com', 'https://evil.org,.example.com',
  '//app.example.com/', '\\\\app.example.com/', '/\\app.example.com/', '///app.example.com', '/app.example.com',
  'app.example.com', 'app.example.com/', 'app.example.com:443/', '://app.example.com/', ':app.example.com', '', '/', '#', '?', 'https:', 'https:/', 'https://', 'https:///',
  'https://?', 'https://#', 'https://:443', 'https://:443/', 'https://./', 'https://../', 'https://-/', 'https://_/',
  'https://app.example.com\u2044evil.org/', 'https://app.example.com\u2215evil.org/', 'https://app.example.com\uff0fevil.org/',
  'https://app.example.com\uff3cevil.org', 'https://evil.org\uff0f.example.com/', 'https://evil.org\uff1f.example.com/',
  'https://evil.org\uff03.example.com/', 'https://evil.org\uff3c.example.com/', 'https://evil.org\u2100.example.com/',
  'https://evil.org\u2105.example.com/', 'https://evil.org\u2048.example.com', 'https://evil.org\u2a74.example.com',
  'https\uff1a//app.example.com/', 'https:\uff0f\uff0fapp.example.com/', 'https:\u2215\u2215app.example.com/',
);

// schemes
for (const scheme of ['javascript', 'JavaScript', 'data', 'vbscript', 'blob', 'filesystem', 'ws', 'wss', 'ftp', 'file', 'about', 'mailto', 'tel',
  'view-source', 'weixin', 'intent', 'chrome', 'httpsx', 'xhttps', 'http+s', 'https-', 'https.', 'httpS:https', 'htt\u017f', 'http\u017f', 'h\u0442tps']) {
  add(scheme + '://app.example.com/', scheme + ':app.example.com');
}
add(
  'javascript://app.example.com/%0aalert(1)', 'javascript:alert(1)//https://app.example.com/', 'java\tscript:alert(1)',
  'data:text/html,https://app.example.com/', 'blob:https://app.example.com/1b2c', 'filesystem:https://app.example.com/temporary/x',
  'view-source:https://app.example.com/', 'url:https://app.example.com/', 'jar:https://app.example.com!/', 'https://https://app.example.com/',
  'https:https://app.example.com', 'https://https:app.example.com', 'about:blank', 'about:blank#https://app.example.com',
  'http://app.example.com/', 'http://app.example.com:443/', 'https://app.example.com:80/', 'http://shop.example.com/',
  'https://localhost:3000/', 'https://localhost/', 'http://localhost/', 'http://localhost:3001/', 'http://localhost:30000/', 'http://localhost:300/',
  'http://dev.example.com/', 'https://shop.dev.example.com:80/', 'https://192.0.2.7/', 'http://192.0.2.7:443/',
  ' https://app.example.com:/', 'https ://app.example.com/', 'https: //app.example.com/', 'https:/ /app.example.com/', 'https:// app.example.com/',
);

// sub-domains, and what only looks like one
add(
  'https://app.example.com.evil.org/', 'https://app.example.comevil.org/', 'https://app.example.com-evil.org/', 'https://app.example.com_evil.org',
  'https://evilapp.example.com/', 'https://evil-app.example.com/', 'https://evil.app.example.com/', 'https://app.example.co/', 'https://app.example.com.cn/',
  'https://app.example.org/', 'https://example.com/', 'https://example.com:8443/', 'https://.example.com/', 'https://*.example.com/', 'https://www.example.com.evil.org',
  'https://evilexample.com/', 'https://evil-example.com/', 'https://shop.evilexample.com/', 'https://appXexample.com/', 'https://app-example.com/', 'https://appexample.com',
  'https://com/', 'https://app/', 'https://app.example/', 'https://example.com.app/', 'https://com.example.app/', 'https://localhost.evil.org:3000',
  'http://evil.localhost:3000/', 'http://localhost.:3000/', 'http://localhostx:3000/', 'http://xlocalhost:3000/', 'http://127.0.0.1:3000/', 'http://[::1]:3000/',
  'https://evil.org/?https://app.example.com/', 'https://evil.org/#https://app.example.com/', 'https://evil.org/https://app.example.com',
  'https://app.example.com.', 'https://app.example.com./', 'https://app.example.com../', 'https://app.example.com.:443/', 'https://app..example.com/',
  'https://..example.com/', 'https://.app.example.com/', 'https://shop.example.com./', 'https://a..b.example.com/', 'https://.app.example.com.',
  'https://app_x.example.com/', 'https://_app.example.com/', 'https://app_.example.com/', 'https://-app.example.com/', 'https://app-.example.com/',
  'https://-.example.com/', 'https://--.example.com/', 'https://a.-.example.com', 'https://app~.example.com/', 'https://app!.example.com/', 'https://app$.example.com/',
  'https://app\'.example.com/', 'https://app(.example.com/', 'https://app*.example.com/', 'https://app+.example.com/', 'https://app=.example.com/', 'https://app,.example.com/',
  'https://app;.example.com/', 'https://app&.example.com/', 'https://app".example.com/', 'https://app`.example.com/', 'https://app{}.example.com/', 'https://app|.example.com',
  'https://app^.example.com/', 'https://app<.example.com/', 'https://app>.example.com/', 'https://app[.example.com/', 'https://app].example.com/', 'https://app%.example.com',
  'https://' + 'a'.repeat(63) + '.example.com/', 'https://' + 'a'.repeat(64) + '.example.com/', 'https://' + 'a'.repeat(300) + '.example.com/',
  'https://' + 'a.'.repeat(100) + 'example.com/', 'https://' + 'a.'.repeat(121) + 'example.com/', 'https://' + 'a.'.repeat(140) + 'example.com/',
  'https://app.example.com/' + 'a'.repeat(1976), 'https://app.example.com/' + 'a'.repeat(1977), 'https://app.example.com/' + '\u4e2d'.repeat(300),
);

// percent-encoded hosts
for (const octet of ['2e', '2E', '2f', '2F', '5c', '3a', '3f', '23', '40', '00', '01', '09', '0a', '0d', '20', '25', '252e', '7f', 'ad', 'ff', 'c2%ad', 'e3%80%82', 'ef%bc%8e', 'u002e']) {
  add('https://app%' + octet + 'example.com/', 'https://evil.org%' + octet + '.example.com/', 'https://app.example.com%' + octet + '.evil.org/');
}
add('https://%61pp.example.com/', 'https://app.%65xample.com/', 'https://%77%77%77.example.com', 'https://app.example.co%6d/', 'https://app.example.com%/', 'https://app.example.com%2/', 'https://%/', 'https://%6/');

// ports
for (const port of ['', '0', '00', '1', '80', '0443', '00443', '000443', '0000000443', '443', '4430', '44', '8443', '08443', '8444', '99999', '65535', '65536', '443443', '4294967739', '18446744073709552059',
  '-1', '+443', ' 443', '443 ', '4 43', '443.', '443.0', '443a', '0x1bb', '1e2', '443:443', '443:', ':443', '443@', '443%', '443;', '443\\', '\uff14\uff14\uff13', '\u0664\u0664\u0663', '4\u200d43', 'https', '*', '443&']) {
  add('https://app.example.com:' + port + '/', 'https://app.example.com:' + port);
}
add('http://localhost:03000/', 'http://localhost:3000:3000/', 'http://localhost:3000@evil.org/', 'http://localhost:3000.evil.org/', 'http://localhost:3000\\@evil.org/', 'http://localhost:3000evil.org');

// numbers that are IPv4 addresses
for (const host of ['192.0.2.7', '192.0.2.07', '0300.0.2.7', '192.0.519', '192.519', '3221225991', '0xc0000207', '0xC0000207', '0xc0.0.2.7', '0xc0.0x0.0x2.0x7', '030000001007', '192.0.2.7.', '192.0.2.7..',
  '192.0.2.256', '192.0.2', '192.0.2.', '192.0.2.7.1', '192.0.2.-7', '192.0.2.+7', '192.0.2.7a', '192.0.2.0x7', '192.0.2.0x', '192.0.2.08', '192.0.2.', '0.0.0.0', '0', '00', '0x', '0x0', '1', '127.1', '127.0.1',
  '2130706433', '017700000001', '4294967296', '256', '1.2.3.4.5', 'app.example.1', 'app.example.0x1', 'app.example.09', 'app.example.com.1', '1.app.example.0x', '\u0661\u0669\u0662.0.2.7',
  '\uff11\uff19\uff12.0.2.7', '192\u30020\u30022\u30027', '192.0.2.\u2466', '%31%39%32.0.2.7', '192.0.2.7%00', '192.0.2.7\u00ad', '00192.0.2.7', '192.00.2.7', '192.0.2.007', '192..2.7', '192.0.2.7-', '0b1', '0o7']) {
  add('http://' + host + '/', 'https://' + host + ':443/');
}

// IPv6
for (const host of ['::1', '::', '::ffff:1.2.3.4', '::ffff:192.0.2.7', '::ffff:c000:207', '::192.0.2.7', '2001:db8::1', '2001:DB8:0:0:0:0:0:1', 'fe80::1%25eth0', 'fe80::1%eth0', '::1]', ':::1', '1', 'app.example.com', '192.0.2.7', 'v1.a', '', '::ffff:1.2.3', '::g']) {
  add('http://[' + host + ']/', 'https://[' + host + ']:443/');
}
add('https://[::1', 'https://::1/', 'https://::1]/', 'https://[app.example.com', 'https://app.example.com]/', 'https://[::1].example.com/', 'https://[]', 'https://[::1]app.example.com/');

// characters that some readers take away, take for a blank, or take for another character
const odd = ['\u0000', '\u0001', '\u0008', '\t', '\n', '\u000b', '\f', '\r', '\r\n', '\u001b', '\u001f', ' ', '\u007f', '\u0080', '\u0085', '\u009f', '\u00a0', '\u00ad', '\u034f', '\u061c', '\u115f',
  '\u1680', '\u180b', '\u180e', '\u2000', '\u2003', '\u2009', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202e', '\u202f', '\u205f', '\u2060', '\u2064', '\u2066', '\u2069',
  '\u3000', '\u3164', '\ufe00', '\ufe0f', '\ufeff', '\ufff9', '\ufffc', '\ufffd', '\ufffe', '\uffff', '\ud800', '\udbff', '\udc00', '\udfff', '\udc00\ud800', '\udb40\udc20', '\udb40\udd00', '\udbff\udfff', '\ue000', '\u0301', '\u20dd'];
for (const c of odd) {
  add(c + 'https://app.example.com/', 'ht' + c + 'tps://app.example.com/', 'https' + c + '://app.example.com/', 'https:' + c + '//app.example.com/', 'https:/' + c + '/app.example.com/',
    'https://' + c + 'app.example.com/', 'https://ap' + c + 'p.example.com/', 'https://app.example.com' + c, 'https://app.example.com' + c + '/', 'https://app.example.com' + c + '.evil.org/',
    'https://evil.org' + c + '.example.com/', 'https://app.example.com:4' + c + '43/', 'https://app.example.com:443' + c, 'https://app.example.com/' + c, 'https://app.example.com/a' + c + 'b', 'https://app.example.com/?a' + c + 'b',
    'https://app.example.com/#a' + c + 'b');
}

// letters and dots that become others
for (const dot of ['\u3002', '\uff0e', '\uff61', '\u2024', '\u2025', '\u2026', '\u00b7', '\u2022', '\u0589', '\u06d4', '\u0701', '\ua4f8', '\u2488']) {
  add('https://app' + dot + 'example.com/', 'https://app.example' + dot + 'com/', 'https://evil.org' + dot + 'example.com/', 'https://app.example.com' + dot, 'https://app.example.com' + dot + 'evil.org/');
}
for (const letter of ['\uff41', '\uff21', '\u0430', '\u0251', '\u1d43', '\u24d0', '\u00aa', '\u00e0', '\u00c5', '\u212b', '\ud835\udc1a', '\ud835\udd38', '\u0391', '\u13aa', '\u0101', 'a\u0301', '\ud83c\udd30']) {
  add('https://' + letter + 'pp.example.com/', 'https://app.ex' + letter + 'mple.com/');
}
add(
  'https://app.e\u0445ample.com/', 'https://app.examp\u217ce.com/', 'https://app.examp\u0131e.com', 'https://app.exam\u03c1le.com/', 'https://app.example.\u0441om/', 'https://app.example.\u2102om/', 'https://app.example.c\u2134m/',
  'https://app.example.\u33c7m/', 'https://app.exam\u33d8le.com', 'https://\u212alient.example.com', 'https://\u017fhop.example.com/', 'https://\u1e9ehop.example.com/', 'https://stra\u00dfe.example.com/', 'https://\u03c2.example.com/',
  'https://\u4e2d\u56fd.example.com/', 'https://\u4e2d\u6587.evil.org/', 'https://\ud83d\ude00.example.com/', 'https://\u0627\u0628.example.com/', 'https://a\u0627.example.com/', 'https://\uff05\uff12\uff45.example.com/',
  'https://\u5341.example.com', 'https://\u0131.example.com/', 'https://\u0130.example.com/', 'https://\ufb01.example.com/', 'https://\ufdfa.example.com/', 'http://\uff4c\uff4f\uff43alhost:3000/', 'http://loca\u217chost:3000/', 'http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:3000',
);

// punycode
for (const label of ['xn--', 'xn---', 'xn--a', 'xn--app-', 'xn--a-', 'XN--APP-', 'xn--fiqs8s', 'xn--fiqs8S', 'xn--pp-7cd', 'xn--zca', 'xn--ls8h', 'xn--80ak6aa92e', 'xn--iny-zx5a', 'xn--xn--a--gua.pt', 'xn--0.pt', 'xn--ufa', 'xn--u-ccb', 'xn--a.b', 'xn--zn7c',
  'xn--' + '9'.repeat(40), 'xn--999999999', 'xn--99999999999', 'xn--example-9', 'xn--1ch', 'xn--c1yn36f', 'xn--wgv71a', 'xn--tiq49xqyj', 'xn--55qx5d', 'xn--a-ecp.ru', 'xn--a-yoc', 'xn--8g8h', 'xn--kxb', 'xn--a0a', 'ab--cd', 'xn-a', 'xn--\u00e9', 'xn--5aa', 'xn--mgba', 'xn--4dbcagdahymbxekheh6e0a7fei0b']) {
  add('https://' + label + '.example.com/', 'https://' + label + '.app.example.com/', 'https://app.example.com.' + label + '/');
}

// paths, queries and fragments
add(
  'https://app.example.com/.', 'https://app.example.com/..', 'https://app.example.com/./x', 'https://app.example.com/../x', 'https://app.example.com/a/../../b', 'https://app.example.com/a/./b', 'https://app.example.com/a/..',
  'https://app.example.com/%2e', 'https://app.example.com/%2E%2e/x', 'https://app.example.com/.%2e/x', 'https://app.example.com/%2e./x', 'https://app.example.com/a/%2e?x', 'https://app.example.com/a/..#x', 'https://app.example.com/..;/x',
  'https://app.example.com//evil.org', 'https://app.example.com///evil.org/', 'https://app.example.com/..//evil.org', 'https://app.example.com/%2f%2fevil.org', 'https://app.example.com/%5cevil.org', 'https://app.example.com/https://evil.org/',
  'https://app.example.com/?../..', 'https://app.example.com/#/../x', 'https://app.example.com?/../x', 'https://app.example.com#/../x', 'https://app.example.com;/x', 'https://app.example.com;x=1', 'https://app.example.com&x', 'https://app.example.com!',
  'https://app.example.com/%', 'https://app.example.com/%2', 'https://app.example.com/%zz', 'https://app.example.com/%%32', 'https://app.example.com/%u4e2d', 'https://app.example.com/?%', 'https://app.example.com/?%2', 'https://app.example.com/?a=%zz',
  'https://app.example.com/#%', 'https://app.example.com/#%zz', 'https://app.example.com/%00', 'https://app.example.com/?%00', 'https://app.example.com/%0d%0aSet-Cookie:%20a=b', 'https://app.example.com/?%0d%0aLocation:%20https://evil.org',
  'https://app.example.com/\r\nLocation: https://evil.org/', 'https://app.example.com/?a\r\nSet-Cookie: a=b', 'https://app.example.com/\u560d\u560aSet-Cookie:a', 'https://app.example.com/#\r\nX: y', 'https://app.example.com/%c0%ae%c0%ae/x', 'https://app.example.com/%ff',
  'https://app.example.com/a b', 'https://app.example.com/?a b', 'https://app.example.com/#a b', 'https://app.example.com/[a]', 'https://app.example.com/a|b', 'https://app.example.com/a^b', 'https://app.example.com/?a|b', 'https://app.example.com/?a^b',
  'https://app.example.com/?a={b}', 'https://app.example.com/?a=`b`', 'https://app.example.com/#{a}', 'https://app.example.com/#a|b', 'https://app.example.com/#a^b', 'https://app.example.com/#a#b', 'https://app.example.com/##', 'https://app.example.com/?a=1#b#https://evil.org',
  'https://app.example.com/"><script>alert(1)</script>', 'https://app.example.com/?a="onload="x', 'https://app.example.com/\'-alert(1)-\'', 'https://app.example.com/#<img src=x>', 'https://app.example.com/?<x', 'https://app.example.com/\uff0e\uff0e/x',
  'https://app.example.com/\u2025/x', 'https://app.example.com/\uff1fa', 'https://app.example.com/\uff03a', 'https://app.example.com/\u037e', 'https://app.example.com/?\uff06a=1', 'https://app.example.com/e\u0301', 'https://app.example.com/\u212b', 'https://app.example.com/?a=\u0661',
);

// every sign of ASCII in every part, and at its end
for (let code = 0x20; code < 0x80; code++) {
  const c = String.fromCharCode(code);
  if (!/[a-z0-9]/i.test(c)) {
    add('https://app.example.com/a' + c + 'b', 'https://app.example.com/?a' + c + 'b', 'https://app.example.com/#a' + c + 'b',
      'https://app.example.com/a' + c, 'https://app.example.com/?a' + c, 'https://app.example.com/#a' + c,
      'https://app.example.com/a' + c + '?b' + c + '#c', 'https://app.example.com?' + c + '@evil.org/', 'https://app.example.com#' + c + '@evil.org/');
  }
}

// escapes, whole and broken, UTF-8 and not
for (const escape of ['%', '%%', '%4', '%zz', '%%41', '%4%41', '%25%', '%B9%E3%D6%DD', '%b9%e3', '%E5%B9%BF', '%E5%B9', '%E5%B9x', '%E5x%B9%BF', '%ED%A0%80', '%F4%90%80%80', '%EF%BB%BF', '%EF%BF%BD', '%80', '%00', '%7f', '%u5e7f']) {
  add('https://app.example.com/' + escape, 'https://app.example.com/?city=' + escape, 'https://app.example.com/?city=' + escape + '&x=1', 'https://app.example.com/#' + escape, 'https://app.example.com/#' + escape + '#' + escape);
}

// what honest people write all the same
add('app.example.com/welcome', 'www.example.com', 'https://app.example.com/ ', ' https://app.example.com/', '"https://app.example.com/"', '<https://app.example.com/>', '\'https://app.example.com/\'', 'https%3A%2F%2Fapp.example.com%2F',
  'https%3a//app.example.com/', 'null', 'undefined', 'None', 'https://app.example.com/,https://app.example.com/', 'https://app.example.com|https://evil.org', 'https://app.example.com https://evil.org', '${uri}', '{{uri}}', 'https://{{host}}/', 'https://${host}/');
