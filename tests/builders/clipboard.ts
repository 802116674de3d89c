/** What Word puts on the clipboard of a short document, in its own words. */
export const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal { margin:0cm; font-size:11.0pt; } --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><b><span lang=EN-US>Before you call<o:p></o:p></span></b></h1>
<p class=MsoNormal><span lang=EN-US>Ask <b>first</b>, then <i style='mso-bidi-font-style:normal'>listen</i>.&nbsp;See
<a href="https://example.org/a" title="x">this page</a> or <a href="mailto:a@example.org">write</a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>One</p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>o<span style='font:7.0pt'>&nbsp; </span></span>Inside one</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span>Two</p>
<h2>Then</h2>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>First</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Second</p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal><b>Who</b></p></td><td><p class=MsoNormal>What</p></td></tr>
<tr><td><p class=MsoNormal>Police</p></td><td><p class=MsoNormal>Keeps</p><p class=MsoNormal>and asks</p></td></tr></table>
<p class=MsoNormal><img width=10 height=10 src="file:///C:/Temp/image001.png"></p>
<!--EndFragment--></body></html>`;

/** The same of Google Docs. */
export const fromGoogle = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c">
<h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400;">A plan</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;">She decides </span><span
style="font-weight:700;">when</span><span style="font-weight:400;"> and </span><span style="font-style:italic;">how</span><span
style="font-weight:400;">. </span><a href="https://www.google.com/url?q=https://example.org/plan&amp;sa=D" style="text-decoration:none;"><span
style="color:#1155cc;text-decoration:underline;">The plan</span></a></p><br />
<ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li>
<ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Inside</span></p></li></ul>
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Two</span></p></li></ul>
<div dir="ltr" align="left"><table><colgroup><col width="10"/></colgroup><tbody><tr><td><p><span>Who</span></p></td><td><p><span>What</span></p></td></tr>
<tr><td><p><span>Police</span></p></td><td><br></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;
